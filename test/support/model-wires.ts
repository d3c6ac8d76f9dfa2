import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { EventStreamCodec } from '@smithy/core/event-streams';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { chatProvider } from '#shared/llm/providers/chat-provider.ts';
import { converseProvider } from '#shared/llm/providers/converse-provider.ts';
import type { Provider, Stop } from '#shared/llm/providers/provider.ts';

/** What a model says, in no protocol's words. */
export interface Said {
  readonly text?: string;
  /** The answer in the shape asked for. */
  readonly answer?: object;
  readonly calls?: readonly { readonly name: string; readonly input: object }[];
  readonly stop?: Stop;
  /** Input and output; null where the provider does not say. */
  readonly tokens?: readonly [number, number] | null;
}

/** One of the protocols, as its servers speak it. */
export interface Wire {
  readonly name: string;
  /** @param model on a server at `url` */
  provider(url: string, model?: string): Provider;
  isStreamed(path: string, body: unknown): boolean;
  readonly streamType: string;
  whole(said: Said): string;
  piece(text: string): Uint8Array;
  last(said: Said): Uint8Array;
  /** An error in the middle of a stream. */
  error(): Uint8Array;
}

const line = (value: object) => Buffer.from(`data: ${JSON.stringify(value)}\n\n`);

const CHAT_STOP = {
  end: 'stop',
  tools: 'tool_calls',
  length: 'length',
  filtered: 'content_filter',
} as const;

const chatUsage = (tokens: Said['tokens'] = [7, 3]) =>
  tokens && { prompt_tokens: tokens[0], completion_tokens: tokens[1] };

/** @see https://platform.openai.com/docs/api-reference/chat */
const chat: Wire = {
  name: 'an OpenAI-compatible server',
  provider: (url, model = 'm') => chatProvider({ url: `${url}/v1/`, model }),
  isStreamed: (_, body) => JSON.stringify(body).includes('"stream":true'),
  streamType: 'text/event-stream',
  whole({ text, answer, calls, stop = 'end', tokens }) {
    const tool_calls = calls?.map(({ name, input }, at) => ({
      id: `call-${at}`,
      type: 'function',
      function: { name, arguments: JSON.stringify(input) },
    }));
    const content = answer === undefined ? (text ?? null) : JSON.stringify(answer);
    const message = { role: 'assistant', content, ...(tool_calls && { tool_calls }) };
    const choices = [{ index: 0, message, finish_reason: CHAT_STOP[calls ? 'tools' : stop] }];
    return JSON.stringify({ object: 'chat.completion', choices, usage: chatUsage(tokens) });
  },
  piece: (text) => line({ choices: [{ index: 0, delta: { content: text } }] }),
  last: ({ stop = 'end', tokens }) =>
    Buffer.concat([
      line({ choices: [{ index: 0, delta: {}, finish_reason: CHAT_STOP[stop] }] }),
      line({ choices: [], usage: chatUsage(tokens) }),
      Buffer.from('data: [DONE]\n\n'),
    ]),
  error: () => line({ error: { message: 'out of memory' } }),
};

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
  (text) => Buffer.from(text, 'utf8'),
);

/** One frame of AWS's binary event stream, encoded by the SDK's own codec. */
function frame(kind: 'event' | 'exception', type: string, body: object): Uint8Array {
  const text = (value: string) => ({ type: 'string', value }) as const;
  return codec.encode({
    headers: {
      ':message-type': text(kind),
      [`:${kind}-type`]: text(type),
      ':content-type': text('application/json'),
    },
    body: Buffer.from(JSON.stringify(body)),
  });
}

const CONVERSE_STOP = {
  end: 'end_turn',
  tools: 'tool_use',
  length: 'max_tokens',
  filtered: 'guardrail_intervened',
} as const;

const converseUsage = (tokens: Said['tokens'] = [7, 3]) =>
  tokens && {
    inputTokens: tokens[0],
    outputTokens: tokens[1],
    totalTokens: tokens[0] + tokens[1],
  };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
const converse: Wire = {
  name: 'Bedrock',
  provider: (url, model = 'some.model') =>
    converseProvider(
      model,
      new BedrockRuntimeClient({
        endpoint: url,
        region: 'eu-central-1',
        credentials: { accessKeyId: 'id', secretAccessKey: 'key' },
        maxAttempts: 1,
        requestHandler: new NodeHttpHandler(),
      }),
    ),
  isStreamed: (path) => path.endsWith('/converse-stream'),
  streamType: 'application/vnd.amazon.eventstream',
  whole({ text, answer, calls, stop = 'end', tokens }) {
    const uses = [
      ...(calls ?? []),
      ...(answer === undefined ? [] : [{ name: 'answer', input: answer }]),
    ];
    const content = [
      ...(text === undefined ? [] : [{ text }]),
      ...uses.map(({ name, input }, at) => ({ toolUse: { toolUseId: `call-${at}`, name, input } })),
    ];
    return JSON.stringify({
      output: { message: { role: 'assistant', content } },
      stopReason: CONVERSE_STOP[uses.length > 0 && stop === 'end' ? 'tools' : stop],
      ...(tokens !== null && { usage: converseUsage(tokens) }),
      metrics: { latencyMs: 1 },
    });
  },
  piece: (text) => frame('event', 'contentBlockDelta', { contentBlockIndex: 0, delta: { text } }),
  last: ({ stop = 'end', tokens }) =>
    Buffer.concat([
      frame('event', 'contentBlockStop', { contentBlockIndex: 0 }),
      frame('event', 'messageStop', { stopReason: CONVERSE_STOP[stop] }),
      frame('event', 'metadata', {
        ...(tokens !== null && { usage: converseUsage(tokens) }),
        metrics: { latencyMs: 1 },
      }),
    ]),
  error: () => frame('exception', 'modelStreamErrorException', { message: 'out of memory' }),
};

export const WIRES = { chat, converse };
