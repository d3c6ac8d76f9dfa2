import { englishStems } from './inflect-english.ts';
import { polishStems, type Stem } from './inflect-polish.ts';
import type { Language, PhraseWord } from './lexicon-row.ts';
import { foldWord } from './tokens.ts';

/** No form of a word differs from its stem by more letters. */
export const MAX_ENDING_LENGTH = 5;
const NO_ENDING: ReadonlySet<string> = new Set(['']);

/** A word of a phrase as it stands there and, unless it is exact, in every form it may have. */
export function stemsOf(
  { lemma, exact }: Pick<PhraseWord, 'lemma' | 'exact'>,
  language: Language,
): Stem[] {
  const whole: Stem = [foldWord(lemma), NO_ENDING];
  if (exact) return [whole];
  return [whole, ...(language === 'pl' ? polishStems(lemma) : englishStems(lemma))];
}
