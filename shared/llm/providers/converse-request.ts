import type {
  ContentBlock,
  ConverseCommandInput,
  Message as ConverseMessage,
  Tool,
  ToolInputSchema,
} from '@aws-sdk/client-bedrock-runtime';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import type { Message, ModelRequest } from './provider.ts';

/** The tool by which a model answers in a given shape. */
export const ANSWER_TOOL = 'answer';

/** The SDK's type for any JSON. */
type Json = ToolInputSchema.JsonMember['json'];

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
export function converseRequest(modelId: string, request: ModelRequest): ConverseCommandInput {
  const { system, maxTokens, temperature, answer, tools } = request;
  const offered = [
    ...(tools ?? []).map(({ name, description, input }) => toolOf(name, input, description)),
    ...(answer === undefined ? [] : [toolOf(ANSWER_TOOL, answer)]),
  ];
  const trace = currentTrace();
  return {
    modelId,
    // Bedrock writes it into its log of invocations, where one is kept.
    ...(trace !== undefined && { requestMetadata: { ...trace } }),
    system: [{ text: system }],
    messages: request.messages.map(messageOf),
    inferenceConfig: { maxTokens, temperature },
    ...(offered.length > 0 && {
      toolConfig: {
        tools: offered,
        ...(answer !== undefined && { toolChoice: { tool: { name: ANSWER_TOOL } } }),
      },
    }),
  };
}

function toolOf(name: string, schema: object, description?: string): Tool {
  const about = description === undefined ? {} : { description };
  return { toolSpec: { name, ...about, inputSchema: { json: jsonOf(schema) } } };
}

/** The SDK's type does not know that an object without functions is JSON. */
function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? {}));
}

function messageOf(message: Message): ConverseMessage {
  if (message.role === 'tools') {
    const content = message.results.map(({ id, text }): ContentBlock => {
      return { toolResult: { toolUseId: id, content: [{ text }] } };
    });
    return { role: 'user', content };
  }
  if (message.role === 'user') {
    const shown = (message.pictures ?? []).flatMap(({ label, bytes, format }): ContentBlock[] => [
      { text: label },
      { image: { format, source: { bytes } } },
    ]);
    return { role: 'user', content: [{ text: message.text }, ...shown] };
  }
  const calls = message.calls.map(({ id, name, input }): ContentBlock => {
    return { toolUse: { toolUseId: id, name, input: jsonOf(input) } };
  });
  // A block of empty text is refused.
  const text = message.text === '' ? [] : [{ text: message.text }];
  return { role: 'assistant', content: [...text, ...calls] };
}
