import { dateWords } from '#shared/dates/date-words.ts';
import { fold, foldedWords } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { productIn } from '#shared/products/product-of-word.ts';
import tables from './data/function-words.json' with { type: 'json' };

const FUNCTION_WORDS = { pl: new Set(tables.pl), en: new Set(tables.en) };

/**
 * The language a sentence is in, by its small words and marks, and where these do not say, by its days,
 * numbers and foods; Polish where nothing does.
 * @param names of people, which are of any language
 */
export function languageOfText(text: string, names: readonly string[]): Language {
  const own = new Set(names.map(fold));
  const written = (text.match(/\p{L}+/gu) ?? []).filter((word) => !own.has(fold(word)));
  const marked = written.filter((word) => /[ąćęłńóśźż]/i.test(word) && fold(word) !== 'zl').length;
  const words = foldedWords(written.join(' '));
  const difference = marked + counted(words, 'pl') - counted(words, 'en');
  return difference < 0 || (difference === 0 && named(words, 'en') > named(words, 'pl'))
    ? 'en'
    : 'pl';
}

function counted(words: readonly string[], language: Language): number {
  return words.filter((word) => FUNCTION_WORDS[language].has(word)).length;
}

function named(words: readonly string[], language: Language): number {
  const { near, weekdays, months, numbers } = dateWords(language);
  return words.filter(
    (word) =>
      [near, weekdays, months, numbers].some((list) => list.has(word)) ||
      productIn(word, language) !== undefined,
  ).length;
}
