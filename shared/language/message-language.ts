import words from './data/message-words.json' with { type: 'json' };
import { fold } from './fold.ts';

type Language = 'pl' | 'en';

const POLISH: ReadonlySet<string> = new Set(words.polish);
const ENGLISH: ReadonlySet<string> = new Set(words.english);
/** Foods and what is done with them, of one language alone: where no small word tells, these do. */
const THINGS = { pl: new Set(words.polishThings), en: new Set(words.englishThings) };
/** Letters of Polish alone, and pairs of letters that its words have without their marks too. */
const POLISH_LETTERS = /[ąćęłńóśźż]/;
const POLISH_SPELLING = /sz|cz|rz(?!o)|dzi|wsk|yć$|ow(?:y|a|e|ac|ych)$|ego$|iem$|emy$/;
const ENGLISH_SPELLING = /th|wh|ght|ing$|tion|[^aeiou]ly$|[vx]|q|'(?:s|m|t|re|ll|ve|d)$/;

/**
 * The language a message is written in, with or without its marks: by its small words, where these do
 * not tell by what it names (`used 3 onions`), and else by its letters. Null where none does: `feta?`,
 * `ok`, `pizza margherita`.
 */
export function messageLanguage(message: string): Language | null {
  const found =
    message
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
  const small = found.reduce((sum, word) => {
    return sum + Number(POLISH.has(word)) - Number(ENGLISH.has(word));
  }, 0);
  const marked = found.filter((word) => POLISH_LETTERS.test(word)).length;
  const sum = small + 2 * marked;
  if (sum !== 0) return sum > 0 ? 'pl' : 'en';
  const things = found.reduce((all, word) => {
    return all + Number(THINGS.pl.has(fold(word))) - Number(THINGS.en.has(word));
  }, 0);
  if (things !== 0) return things > 0 ? 'pl' : 'en';
  const letters = found.reduce((sum, word) => {
    return sum + Number(POLISH_SPELLING.test(word)) - Number(ENGLISH_SPELLING.test(word));
  }, 0);
  return letters === 0 ? null : letters > 0 ? 'pl' : 'en';
}
