import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Unavailable } from './model.ts';
import type { ModelReply } from './providers/provider.ts';

/** A reply as it is used, or why it cannot be. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly unavailable: Unavailable; readonly detail: string };

export const CUT = { ok: false, unavailable: 'cut', detail: 'at the most tokens' } as const;
export const FILTERED = { ok: false, unavailable: 'refused', detail: 'filtered' } as const;

/** Validates the answer in a model's reply against the schema. */
export function checkedAnswer<S extends Schema>(schema: S, reply: ModelReply): Read<z.output<S>> {
  const result = z.safeParse(schema, reply.answer);
  if (result.success) return { ok: true, value: result.data };
  if (reply.stop === 'length') return CUT;
  if (reply.stop === 'filtered') return FILTERED;
  const detail = z.prettifyError(result.error).slice(0, 500);
  return { ok: false, unavailable: 'invalid', detail };
}

/** The text of a reply that ended by itself. */
export function wholeText({ text, stop }: ModelReply): Read<string> {
  if (stop === 'length') return CUT;
  if (stop === 'filtered') return FILTERED;
  if (text.trim() === '') return { ok: false, unavailable: 'invalid', detail: 'no text' };
  return { ok: true, value: text };
}
