import {
  BedrockRuntimeClient,
  type ContentBlock,
  ConverseCommand,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { checkedAnswer } from './checked-answer.ts';
import { type Completion, DEFAULT_TEMPERATURE, type Model, type Prompt } from './model.ts';

const TOOL = 'answer';
const TIMEOUT_MS = 15_000;

/** The part of the SDK's client that is used. */
export interface Converser {
  send(
    command: ConverseCommand,
    options: { abortSignal: AbortSignal },
  ): Promise<ConverseCommandOutput>;
}

/** A model on Bedrock, called through Converse; it must answer with the one tool that has the schema. */
export function bedrockModel(
  modelId: string,
  client: Converser = new BedrockRuntimeClient({}),
): Model {
  return { complete: (prompt, signal) => complete(client, modelId, prompt, signal) };
}

async function complete<S extends Schema>(
  client: Converser,
  modelId: string,
  prompt: Prompt<S>,
  signal: AbortSignal = AbortSignal.timeout(TIMEOUT_MS),
): Promise<Completion<S>> {
  const { system, schema, maxTokens, temperature = DEFAULT_TEMPERATURE } = prompt;
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const command = new ConverseCommand({
    modelId,
    system: [{ text: system }],
    messages: [{ role: 'user', content: contentOf(prompt) }],
    inferenceConfig: { maxTokens, temperature },
    toolConfig: {
      // The SDK's type for any JSON does not know that a schema is one.
      tools: [
        { toolSpec: { name: TOOL, inputSchema: { json: JSON.parse(JSON.stringify(json)) } } },
      ],
      toolChoice: { tool: { name: TOOL } },
    },
  });
  try {
    const { output, usage } = await client.send(command, { abortSignal: signal });
    const { inputTokens = 0, outputTokens = 0 } = usage ?? {};
    const tool = output?.message?.content?.find((part) => part.toolUse?.name === TOOL)?.toolUse;
    return checkedAnswer(schema, tool?.input, { inputTokens, outputTokens, model: modelId });
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    const why = /Timeout|Abort|Network|ECONN/i.test(name) ? 'unreachable' : 'refused';
    return { ok: false, why, detail: name, usage: null };
  }
}

function contentOf({ question, pictures = [] }: Prompt<Schema>): ContentBlock[] {
  const shown = pictures.flatMap(({ label, bytes, format }): ContentBlock[] => [
    { text: label },
    { image: { format, source: { bytes } } },
  ]);
  return [{ text: question }, ...shown];
}
