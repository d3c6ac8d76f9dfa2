import groups from './data/groups.json' with { type: 'json' };
import { englishStems } from './inflect-english.ts';
import { isForm, polishStems, type Stem } from './inflect-polish.ts';
import type { Entry, Substance } from './lexicon-row.ts';
import { type FoodReading, type Named, readFood } from './read-food.ts';
import { foldWord, tokenise } from './tokens.ts';

/** Where a text names what somebody wrote in their own words. */
export interface TermHit {
  readonly level: 'contains' | 'may-contain';
  readonly start: number;
  readonly end: number;
}
export type FreeTerm = (reading: FoodReading) => TermHit[];

/** Term and members, read once. */
const GROUPS = groups.groups.map(({ names, members }) => ({
  names: new Set(names.map(foldPhrase)),
  members,
}));
const MAX_ENDING_LENGTH = 5;

/**
 * Makes of a person's own words (`truskawki`, `orzechy laskowe`, `citrus`) what finds them in any form.
 * Words of the lexicon are found in both languages; a word that names a whole allergen stands for it;
 * others are inflected as if each were a noun.
 */
export function freeTerm(term: string): FreeTerm {
  const group = GROUPS.find(({ names }) => names.has(foldPhrase(term)));
  const parts = [term, ...(group?.members ?? [])].map(oneTerm);
  return (reading) => parts.flatMap((part) => part(reading));
}

function oneTerm(term: string): FreeTerm {
  const meant = entriesOf(term);
  const whole = new Set(meant.filter(({ kind }) => kind === 'general').flatMap(({ has }) => has));
  const codes = new Set(meant.flatMap(({ has }) => has));
  const spelled = spelling(term);
  return (reading) => [
    ...reading.named.flatMap((named) => {
      const level = levelOf(named, meant, whole, codes);
      const from = reading.tokens[named.match.from];
      const to = reading.tokens[named.match.to - 1];
      if (level === null || from === undefined || to === undefined) return [];
      return [{ level, start: from.start, end: to.end }];
    }),
    ...(meant.length > 0 ? [] : spelled(reading)),
  ];
}

/** The rows of the lexicon that the whole term names. */
function entriesOf(term: string): Entry[] {
  const { named, tokens } = readFood(term, { whole: true });
  return named
    .filter(({ match }) => match.from === 0 && match.to === tokens.length)
    .map(({ match }) => match.entry)
    .filter(({ kind }) => kind !== 'vague');
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

/** Finds words that the lexicon does not have by their inflection, side by side in any order. */
function spelling(term: string): FreeTerm {
  const words = tokenise(term).map(({ word }) => stemsOfAnyForm(word));
  return ({ tokens }) => {
    const hits: TermHit[] = [];
    for (let at = 0; at + words.length <= tokens.length; at += 1) {
      const window = tokens.slice(at, at + words.length);
      const first = window[0];
      const last = window.at(-1);
      if (first === undefined || last === undefined) continue;
      const all = words.every((stems) => window.some(({ word }) => isForm(word, stems)));
      if (all) hits.push({ level: 'contains', start: first.start, end: last.end });
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

function foldPhrase(text: string): string {
  return text.split(' ').map(foldWord).join(' ').trim();
}
