import type { TextReading } from './dish-reading.ts';
import { familyHits, type TermHit } from './family-hits.ts';
import { mayName } from './foods-named.ts';
import { englishStems } from './inflect-english.ts';
import { isForm, polishStems, type Stem } from './inflect-polish.ts';
import type { Entry, Substance } from './lexicon-row.ts';
import { ownTerm } from './own-term.ts';
import type { FoodReading, Named } from './read-food.ts';

export interface FreeTerm {
  /** Where a text names it, or what is made of it. */
  readonly hits: (reading: FoodReading) => TermHit[];
  /** Whether it can have hits in a text at all; where not, the text need not be read. */
  readonly mayHit: (text: Pick<TextReading, 'foods' | 'tokens'>) => boolean;
  /** Whether all foods it names are known; if not, no food is ever clear of it. */
  readonly known: boolean;
}

const MAX_ENDING_LENGTH = 5;

/**
 * Makes of a person's own words (`truskawki`, `alergia na orzechy laskowe`, `citrus`) what finds them:
 * families of foods with all that is made of them, then rows of the lexicon in any form and language; a
 * row that names a whole allergen stands for it. What nobody knows is only found by its inflection.
 */
export function freeTerm(term: string): FreeTerm {
  const { families, entries, unknown, words } = ownTerm(term);
  const whole = new Set(entries.filter(({ kind }) => kind === 'general').flatMap(({ has }) => has));
  const codes = new Set(entries.flatMap(({ has }) => has));
  const isKnown = families.length + entries.length > 0;
  const spelled = isKnown ? () => [] : spelling(words);
  return {
    known: unknown.length === 0,
    hits: (reading) => [
      ...families.flatMap((family) => familyHits(family, reading)),
      ...reading.named.flatMap((named) => entryHit(named, reading, entries, whole, codes)),
      ...spelled(reading),
    ],
    mayHit: ({ foods, tokens }) =>
      foods === null ||
      (isKnown
        ? mayName(foods(), { families, entries })
        : spelled({ tokens: tokens() }).length > 0),
  };
}

function entryHit(
  named: Named,
  { tokens }: FoodReading,
  entries: readonly Entry[],
  whole: ReadonlySet<Substance>,
  codes: ReadonlySet<Substance>,
): TermHit[] {
  const level = levelOf(named, entries, whole, codes);
  const from = tokens[named.match.from];
  const to = tokens[named.match.to - 1];
  if (level === null || from === undefined || to === undefined) return [];
  return [{ level, named: true, start: from.start, end: to.end }];
}

function levelOf(
  { match: { entry }, traces }: Named,
  entries: readonly Entry[],
  whole: ReadonlySet<Substance>,
  codes: ReadonlySet<Substance>,
): TermHit['level'] | null {
  const surely = traces ? 'may-contain' : 'contains';
  if (entries.includes(entry) || entry.has.some((code) => whole.has(code))) return surely;
  if (entry.may.some((code) => whole.has(code))) return 'may-contain';
  // Somebody allergic to hazelnuts may be to `orzechy` and to nougat, and is not to walnuts.
  const broad = entry.kind === 'general' || entry.kind === 'implied';
  const related = [...entry.has, ...entry.may].some((code) => codes.has(code));
  return broad && related ? 'may-contain' : null;
}

/** Finds words that nobody knows by their inflection, side by side in any order. */
function spelling(words: readonly string[]): (reading: Pick<FoodReading, 'tokens'>) => TermHit[] {
  const stems = words.map(stemsOfAnyForm);
  return ({ tokens }) => {
    const hits: TermHit[] = [];
    if (stems.length === 0) return hits;
    for (let at = 0; at + stems.length <= tokens.length; at += 1) {
      const window = tokens.slice(at, at + stems.length);
      const first = window[0];
      const last = window.at(-1);
      if (first === undefined || last === undefined) continue;
      const all = stems.every((forms) => window.some(({ word }) => isForm(word, forms)));
      if (all) hits.push({ level: 'contains', named: true, start: first.start, end: last.end });
    }
    return hits;
  };
}

/** People write a term in any form; every noun it might be a form of is tried. */
function stemsOfAnyForm(word: string): Stem[] {
  const lemmas = new Set([word]);
  for (let cut = word.length - 1; cut >= Math.max(3, word.length - MAX_ENDING_LENGTH); cut -= 1) {
    const stem = word.slice(0, cut);
    if (!ENDINGS.has(word.slice(cut))) continue;
    for (const ending of ['', 'a', 'o']) lemmas.add(stem + ending);
  }
  return [...lemmas].flatMap((lemma) => [...polishStems(lemma), ...englishStems(lemma)]);
}
const ENDINGS = new Set(['a', 'e', 'i', 'y', 'o', 'u', 'ow', 'ami', 'ach', 'om', 's', 'es', 'em']);
