import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Completion, Usage } from './model.ts';

/** What a model sent, held against the schema. */
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

/** The JSON in a text: alone, or between the fences some models cannot do without. */
export function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from === -1 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined; // the schema will say that nothing came
  }
}
