import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { converseFailure } from './converse-failure.ts';
import { ANSWER_TOOL, converseRequest } from './converse-request.ts';
import { converseStream, stopOf, tokensOf } from './converse-stream.ts';
import type { ModelReply, Provider } from './provider.ts';
import { unreadable } from './provider-failure.ts';

/**
 * One attempt, as retries are made above. HTTP/1.1: the SDK's own choice is HTTP/2 with a new connection,
 * and a new TLS handshake, for every request.
 */
export function bedrockClient(): BedrockRuntimeClient {
  return new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() });
}

/** A model on Bedrock, called through Converse; a given shape is answered by the one tool that has it. */
export function converseProvider(
  modelId: string,
  client: BedrockRuntimeClient = bedrockClient(),
): Provider {
  return {
    id: `bedrock/${modelId}`,
    model: modelId,
    async ask(request, signal) {
      const command = new ConverseCommand(converseRequest(modelId, request));
      try {
        const sent = await client.send(command, { abortSignal: signal });
        const reply = replyOf(sent, request.answer === undefined ? undefined : ANSWER_TOOL);
        return reply ?? unreadable('no message');
      } catch (error) {
        return converseFailure(error);
      }
    },
    async *stream(request, signal) {
      const command = new ConverseStreamCommand(converseRequest(modelId, request));
      try {
        const { stream } = await client.send(command, { abortSignal: signal });
        yield* converseStream(stream ?? []);
      } catch (error) {
        yield { type: 'failed', failure: converseFailure(error) };
      }
    },
  };
}

/** @param answerTool the tool that is no tool, but the answer */
function replyOf(
  { output, stopReason, usage }: ConverseCommandOutput,
  answerTool: string | undefined,
): ModelReply | undefined {
  const content = output?.message?.content;
  if (content === undefined) return undefined;
  const uses = content.flatMap(({ toolUse }) => (toolUse === undefined ? [] : [toolUse]));
  const calls = uses
    .filter(({ name }) => name !== answerTool)
    .map(({ toolUseId = '', name = '', input }) => ({ id: toolUseId, name, input }));
  return {
    ok: true,
    text: content.map(({ text }) => text ?? '').join(''),
    answer: answerTool && uses.find(({ name }) => name === answerTool)?.input,
    calls,
    stop: calls.length > 0 ? 'tools' : stopOf(stopReason),
    tokens: tokensOf(usage),
  };
}
