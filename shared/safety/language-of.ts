import words from './data/words.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { foldWord, type Token } from './tokens.ts';

const POLISH: ReadonlySet<string> = new Set(words.polish.map(foldWord));
const ENGLISH: ReadonlySet<string> = new Set(words.english.map(foldWord));

/** Which language the small words are of; null when that is unclear. */
export function languageOf(text: string, tokens: readonly Token[]): Language | null {
  const polish = tokens.filter(({ word }) => POLISH.has(word)).length;
  const english = tokens.filter(({ word }) => ENGLISH.has(word)).length;
  const marks = /[ąćęłńóśźż]/i.test(text) ? 1 : 0;
  if (polish + marks === english) return null;
  return polish + marks > english ? 'pl' : 'en';
}
