import * as z from 'zod/mini';
import type { Language } from '#shared/recipes/model/recipe.ts';
import data from './data/preparation-words.json' with { type: 'json' };

/** What is done long before a meal, in the order in which a sentence is asked for it. */
export const PREPARATION_KINDS = ['thaw', 'soak', 'marinate', 'rise', 'chill', 'rest'] as const;
export type PreparationKind = (typeof PREPARATION_KINDS)[number];

/** Stems of folded words; with `$` a whole word. */
const Stems = z.array(z.string());
const Words = z.object({
  kinds: z.record(z.enum(PREPARATION_KINDS), Stems),
  night: Stems,
  minute: Stems,
  hour: Stems,
  day: Stems,
  quarter: Stems,
  /** Forms that say nothing without a number: `some days`. */
  plural: Stems,
  numbers: z.record(z.string(), z.number()),
});
export type PreparationWords = z.infer<typeof Words>;

export const PREPARATION_WORDS: Readonly<Record<Language, PreparationWords>> = z
  .object({ pl: Words, en: Words })
  .parse(data);

export function beginsWith(word: string, stems: readonly string[]): boolean {
  return stems.some((stem) =>
    stem.endsWith('$') ? word === stem.slice(0, -1) : word.startsWith(stem),
  );
}
