import rows from './data/measures.json' with { type: 'json' };
import type { Language, Measure } from './recipe.ts';

/** One written unit: `dag` is the measure `g` ten times, `cup` holds 240 ml. */
export interface WrittenMeasure {
  readonly key: Measure;
  /** How many of the key it is: 10 for `dag`, otherwise 1. */
  readonly times: number;
  readonly g?: number | undefined;
  readonly ml?: number | undefined;
}

const BASE: Readonly<Record<string, number>> = { g: 1, kg: 1000, ml: 1, l: 1000 };
const byWord: Readonly<Record<Language, Map<string, WrittenMeasure>>> = {
  pl: new Map(),
  en: new Map(),
};
const byKey = new Map<string, { g?: number | undefined; ml?: number | undefined }>();

for (const { key, pl, en, g, ml } of rows) {
  const base = BASE[key];
  const times = base === undefined ? 1 : (g ?? ml ?? base) / base;
  // The JSON's keys are those of `Measure`: a test compares them.
  const written = { key: key as Measure, times, g, ml };
  for (const word of pl) byWord.pl.set(word, written);
  for (const word of en) byWord.en.set(word, written);
  if (times === 1) byKey.set(key, { g, ml });
}
// Metric abbreviations are the same everywhere.
for (const word of ['g', 'kg', 'ml', 'cl', 'dl', 'l']) {
  const written = byWord.en.get(word);
  if (written !== undefined) byWord.pl.set(word, written);
}

export const measureKeys: readonly string[] = [...new Set(rows.map(({ key }) => key))];

/** The unit a word means: `Tbsp.` → tbsp, `łyżki` → tbsp. `T` and `t` differ, as cooks write them. */
export function measureOf(word: string, language: Language): WrittenMeasure | undefined {
  if (word === 'T' && language === 'en') return byWord.en.get('tbsp');
  return byWord[language].get(word.toLowerCase().replace(/\.$/, ''));
}

/** Grams or millilitres in one of a measure; neither for pieces and packages. */
export function sizeOf(measure: Measure): { g?: number | undefined; ml?: number | undefined } {
  return byKey.get(measure) ?? {};
}
