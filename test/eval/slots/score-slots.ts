import { extractSlots } from '#shared/slots/extract-slots.ts';
import type { Slots } from '#shared/slots/slots.ts';
import type { Sentence } from './read-sentences.ts';

export const KINDS = ['dates', 'quantities', 'products', 'people', 'places', 'money'] as const;
export type SlotKind = (typeof KINDS)[number];

export interface Score {
  readonly right: number;
  readonly found: number;
  readonly expected: number;
}

export interface SlotScores {
  readonly scores: Readonly<Record<'pl' | 'en' | 'all', Readonly<Record<SlotKind, Score>>>>;
  /** A line for each kind of a sentence that is not right. */
  readonly wrong: readonly string[];
}

/**
 * Reads the sentences and compares what was found, in any order but each as often as it stands there.
 * Everybody whom a list names lives in the household.
 */
export async function scoreSlots(sentences: readonly Sentence[]): Promise<SlotScores> {
  const people = [...new Set(sentences.flatMap((sentence) => sentence.people))];
  const rows: (Score & { readonly lang: string; readonly kind: SlotKind })[] = [];
  const wrong: string[] = [];
  for (const sentence of sentences) {
    const { text, lang, today } = sentence;
    const found = spoken(await extractSlots(text, { today, language: lang, people }));
    const expected = writtenDown(sentence);
    for (const kind of KINDS) {
      const right = common(found[kind], expected[kind]);
      const sizes = { found: found[kind].length, expected: expected[kind].length };
      rows.push({ lang, kind, right, ...sizes });
      if (right < Math.max(sizes.found, sizes.expected)) {
        wrong.push(
          `${lang} ${kind}: ${text}\n    found ${found[kind].join(' | ')}\n    not   ${expected[kind].join(' | ')}`,
        );
      }
    }
  }
  const of = (lang?: string) =>
    byKind(rows.filter((row) => lang === undefined || row.lang === lang));
  return { scores: { pl: of('pl'), en: of('en'), all: of() }, wrong };
}

type Named = Readonly<Record<SlotKind, readonly string[]>>;

function spoken(slots: Slots): Named {
  return {
    dates: slots.dates.map(({ from, to }) => `${from}..${to}`),
    quantities: slots.quantities.map(({ value, unit }) => `${Number(value)} ${unit}`),
    products: slots.products.map(({ name }) => name),
    people: slots.people.map(({ name }) => name),
    places: slots.places.map(({ name }) => name),
    money: slots.money.map(({ value }) => value),
  };
}

function writtenDown(sentence: Sentence): Named {
  return {
    ...sentence,
    dates: sentence.dates.map(({ from, to }) => `${from}..${to}`),
    quantities: sentence.quantities.map(({ value, unit }) => `${Number(value)} ${unit}`),
  };
}

function common(found: readonly string[], expected: readonly string[]): number {
  const left = [...expected];
  return found.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}

function byKind(rows: readonly (Score & { readonly kind: SlotKind })[]): Record<SlotKind, Score> {
  const of = (kind: SlotKind): Score => {
    const own = rows.filter((row) => row.kind === kind);
    const sum = (field: keyof Score) => own.reduce((total, row) => total + row[field], 0);
    return { right: sum('right'), found: sum('found'), expected: sum('expected') };
  };
  return {
    dates: of('dates'),
    quantities: of('quantities'),
    products: of('products'),
    people: of('people'),
    places: of('places'),
    money: of('money'),
  };
}
