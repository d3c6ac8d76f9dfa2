import { lemmasOf, wordsBeginning } from './lexicon.ts';
import { type Entry, SUBSTANCES } from './lexicon-row.ts';
import type { Token } from './tokens.ts';

const MIN_CONSONANTS = 3;
/** Codes without a vowel, which would be cut words but behind a number. */
const CURRENCIES = new Set(['pln', 'gbp', 'chf', 'czk', 'dkk']);

/** Tills print capitals and cut words, with or without a full stop. */
export function mayBeCut(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || /^\d/.test(token.word)) return false;
  const isPrice = /^\d/.test(tokens[index - 1]?.word ?? '');
  if (isPrice && CURRENCIES.has(token.word)) return false;
  if (token.capitals) return token.word.length >= (token.dotted ? 3 : 4) || isBare(token.word);
  const next = tokens[index + 1];
  return token.dotted && token.word.length >= 3 && next !== undefined && next.gap === 'joined';
}

/** The words a cut one may be: those that begin so, or whose consonants do where it has no vowel (`JGRT`). */
export function wordsCutTo(token: Token): number[] {
  const beginning = wordsBeginning(token.word);
  if (beginning.length > 0 || !isBare(token.word)) return beginning;
  return lemmasOf((lemma) => withoutVowels(lemma).startsWith(token.word));
}

/** What a cut word says: what all its readings have it has, what some have it may have. */
export function eitherOf(name: string, readings: readonly Entry[]): Entry | null {
  if (readings.length === 0) return null;
  const has = SUBSTANCES.filter((code) => readings.every((entry) => entry.has.includes(code)));
  const may = SUBSTANCES.filter((code) =>
    readings.some((entry) => entry.has.includes(code) || entry.may.includes(code)),
  ).filter((code) => !has.includes(code));
  return { name, kind: 'implied', has, may };
}

function isBare(word: string): boolean {
  return word.length >= MIN_CONSONANTS && withoutVowels(word) === word;
}

function withoutVowels(word: string): string {
  return word.replace(/[aeiouy]/g, '');
}
