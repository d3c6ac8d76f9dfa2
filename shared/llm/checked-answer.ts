import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Completion, Usage } from './model.ts';

/** Validates a model's answer against the schema. */
export function checkedAnswer<S extends Schema>(
  schema: S,
  sent: unknown,
  usage: Usage,
): Completion<S> {
  const result = z.safeParse(schema, sent);
  if (result.success) return { ok: true, value: result.data, usage };
  const detail = z.prettifyError(result.error).slice(0, 500);
  return { ok: false, why: 'invalid', detail, usage };
}

/** The JSON object in a text, with or without a Markdown fence around it. */
export function extractJson(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from === -1 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined; // the schema will report it as missing
  }
}
