import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { DEFAULT_TEMPERATURE, type Prompt, type TextPrompt } from './model.ts';
import type { JsonSchema, ModelRequest } from './providers/provider.ts';
import { type Fence, newFence } from './untrusted.ts';

/** The request of a prompt, with its untrusted texts fenced after the question. */
export function textRequest(prompt: TextPrompt, fence: Fence = newFence()): ModelRequest {
  const { system, question, untrusted = [], pictures = [] } = prompt;
  const text = [question, ...untrusted.map((one) => fence.wrap(one))].join('\n\n');
  return {
    system: untrusted.length === 0 ? system : `${system}\n\n${fence.rule}`,
    messages: [{ role: 'user', text, pictures }],
    maxTokens: prompt.maxTokens,
    temperature: prompt.temperature ?? DEFAULT_TEMPERATURE,
  };
}

/** The request of a prompt for an answer in the shape of its schema. */
export function shapedRequest(prompt: Prompt<Schema>): ModelRequest {
  return { ...textRequest(prompt), answer: jsonSchema(prompt.schema) };
}

/** The JSON Schema of what a model is to write. */
export function jsonSchema(schema: Schema): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}
