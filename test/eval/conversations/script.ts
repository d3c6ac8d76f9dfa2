import * as z from 'zod/mini';

const Amounts = z.record(z.string(), z.nullable(z.string()));

/** What a turn is expected to come to; what is left out is not looked at. */
export const Expectation = z.strictObject({
  /** Any of these answers; `pantry` and `none` are kinds of talk of the conversation. */
  agent: z.optional(z.array(z.string())),
  language: z.optional(z.enum(['pl', 'en'])),
  proposals: z.optional(z.int()),
  proposalKind: z.optional(z.string()),
  /** By a part of the name: `+2 l`. */
  diff: z.optional(z.record(z.string(), z.string())),
  /** By a part of the name, what is in the house afterwards; null for nothing. */
  stock: z.optional(Amounts),
  /** Whether anything of the household is different afterwards. */
  written: z.optional(z.boolean()),
  confirmed: z.optional(z.boolean()),
  /** Any of them, and none of them; in any case of letters. */
  textHas: z.optional(z.array(z.string())),
  textHasNot: z.optional(z.array(z.string())),
  asks: z.optional(z.boolean()),
  refuses: z.optional(z.boolean()),
  citations: z.optional(z.boolean()),
});
export type Expectation = z.infer<typeof Expectation>;

const Lot = z.object({
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  expires: z.optional(z.string()),
  location: z.optional(z.string()),
});
const Receipt = z.object({
  shop: z.string(),
  day: z.string(),
  items: z.array(z.object({ name: z.string(), net: z.string() })),
});
const Person = z.object({ name: z.string(), allergies: z.array(z.string()) });

export const House = z.object({
  /** The day on which its dates were written; they move with the day it is played on. */
  today: z.string(),
  lots: z.optional(z.array(Lot)),
  people: z.optional(z.array(Person)),
  spending: z.optional(z.array(Receipt)),
});
export type House = z.infer<typeof House>;

/** A conversation as somebody wrote it down: the house it happens in, and what is said or pressed. */
export const Script = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  house: House,
  turns: z.array(
    z.object({
      say: z.optional(z.string()),
      press: z.optional(z.enum(['confirm', 'reject', 'undo'])),
      expect: Expectation,
    }),
  ),
});
export type Script = z.infer<typeof Script>;

/** One script a line. */
export function readScripts(text: string): Script[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Script.parse(JSON.parse(line)));
}
