import { dateWords } from '#shared/dates/date-words.ts';
import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import numberWords from '#shared/quantities/data/number-words.json' with { type: 'json' };
import small from './data/function-words.json' with { type: 'json' };
import plain from './data/plain-words.json' with { type: 'json' };

const WORDS = { pl: wordsOf('pl'), en: wordsOf('en') };

/** Whether a word is one of those most sentences are made of, and no food: `dodaj`, `wczoraj`, `two`, `please`. */
export function isPlainWord(word: string, language: Language): boolean {
  return WORDS[language].has(fold(word));
}

function wordsOf(language: Language): ReadonlySet<string> {
  const { near, weekdays, months, units, which, is } = dateWords(language);
  return new Set([
    ...small[language],
    ...plain[language],
    ...Object.keys(numberWords.numbers[language]),
    ...[near, weekdays, months, units, which].flatMap((list) => [...list.keys()]),
    ...Object.values(is).flatMap((list) => [...list]),
  ]);
}
