import { foldedWords } from '#shared/language/fold.ts';
import words from './data/question-words.json' with { type: 'json' };

/** Letters of one term: by fours more passages came first than by threes, or by whole words. */
const GRAM = 4;
/** Of one word: the longest are made of others, and say the same with their first letters. */
const MAX_LETTERS = 24;
/** Stands before the first letter and after the last, so that beginnings and ends are terms too. */
const EDGE = '_';

/** Words that ask or join, and say nothing of what is asked about. */
const EMPTY: ReadonlySet<string> = new Set([...words.pl, ...words.en]);

/**
 * What the lexical leg compares: the words of a text without their marks, cut into overlapping fours, so
 * that the forms of a word share most of theirs. `Mleka` → `_mle mlek leka eka_`.
 */
export function termsOf(text: string): string[] {
  return foldedWords(text).flatMap(gramsOf);
}

/** The words of a question that tell what it is about; all of them where none does. */
export function contentWords(question: string): string[] {
  const all = foldedWords(question);
  const telling = all.filter((word) => !EMPTY.has(word));
  return telling.length === 0 ? all : telling;
}

export function gramsOf(word: string): string[] {
  const letters = [EDGE, ...[...word].slice(0, MAX_LETTERS), EDGE];
  if (letters.length <= GRAM) return [letters.join('')];
  return Array.from({ length: letters.length - GRAM + 1 }, (_, at) =>
    letters.slice(at, at + GRAM).join(''),
  );
}
