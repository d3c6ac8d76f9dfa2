import type { Language } from '#shared/language/lemma.ts';
import { contentWords, gramsOf } from '#shared/retrieval/terms.ts';
import { meaningsOf } from '#shared/retrieval/translate-words.ts';
import { isSameStem } from './same-stem.ts';

/** A word of a question, with what it may be in each language. */
export interface AskedWord {
  readonly word: string;
  readonly forms: Readonly<Record<Language, readonly string[]>>;
}

/** Share of fours that two forms of one word have in common: `lodówka`, `lodówce` .57; `mleko`, `mleka` .6. */
const SAME_WORD = 0.45;

export function askedWords(question: string, language: Language): AskedWord[] {
  return [...new Set(contentWords(question))].map((word) => {
    const translated = [word, ...meaningsOf(word, language)];
    const forms =
      language === 'pl' ? { pl: [word], en: translated } : { pl: translated, en: [word] };
    return { word, forms };
  });
}

/** Whether a word of a text is a form of what was asked, or of a translation of it. */
export function isForm({ forms }: AskedWord, word: string, language: Language): boolean {
  return forms[language].some(
    (form) => form === word || isSameStem(form, word, language) || overlap(form, word) >= SAME_WORD,
  );
}

/** Dice's coefficient of two words' fours. */
function overlap(one: string, other: string): number {
  // Most words differ from their first letter on, which takes no fours to see.
  if (one[0] !== other[0]) return 0;
  const [own, others] = [gramsOf(one), gramsOf(other)];
  const shared = own.filter((gram) => others.includes(gram)).length;
  return (2 * shared) / (own.length + others.length);
}
