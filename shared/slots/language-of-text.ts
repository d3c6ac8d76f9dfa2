import { foldedWords } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import tables from './data/function-words.json' with { type: 'json' };

const POLISH = new Set(tables.pl);
const ENGLISH = new Set(tables.en);

/** The language a sentence is in, by its marks and small words; Polish where neither says. */
export function languageOfText(text: string): Language {
  if (/[ąćęłńóśźż]/i.test(text)) return 'pl';
  const words = foldedWords(text);
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  return count(ENGLISH) > count(POLISH) ? 'en' : 'pl';
}
