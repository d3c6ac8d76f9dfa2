import type { Language } from '#shared/language/lemma.ts';
import { contentWords, gramsOf } from '#shared/retrieval/terms.ts';
import { translateWords } from '#shared/retrieval/translate-words.ts';

/** A word of a question, with its fours and those of what it may be in the other language. */
export interface AskedWord {
  readonly word: string;
  readonly forms: Readonly<Record<Language, readonly (readonly string[])[]>>;
}

/** Share of fours that two forms of one word have in common: `lodówka`, `lodówce` .57; `mleko`, `mleka` .6. */
const SAME_WORD = 0.45;

export function askedWords(question: string, language: Language): AskedWord[] {
  const other = language === 'pl' ? 'en' : 'pl';
  return [...new Set(contentWords(question))].map((word) => {
    const own = gramsOf(word);
    const translated = translateWords(word, language).map(gramsOf);
    const forms = { [language]: [own], [other]: [own, ...translated] };
    return { word, forms: { pl: forms.pl ?? [], en: forms.en ?? [] } };
  });
}

/** The words of a text, each as its fours. */
export function gramsOfWords(words: readonly string[]): (readonly string[])[] {
  return words.map(gramsOf);
}

/** Whether a text has the word, in any of its forms. */
export function hasWord(
  { forms }: AskedWord,
  words: readonly (readonly string[])[],
  language: Language,
): boolean {
  return forms[language].some((form) => words.some((word) => overlap(form, word) >= SAME_WORD));
}

/** Dice's coefficient of two words' fours. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((gram) => other.includes(gram)).length;
  return (2 * shared) / (one.length + other.length);
}
