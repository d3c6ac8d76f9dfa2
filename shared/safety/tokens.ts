import { bareLetter } from './marks.ts';
import { afterSlash, cutClaim, slashWord } from './slash-words.ts';

/** What stands between a word and the one before it, from the weakest to the strongest; a line before the first. */
export type Gap = 'joined' | 'bracket' | 'comma' | 'colon' | 'dot' | 'line';

export interface Token {
  /** Lower case without diacritics: `Łosoś` → `losos`. */
  readonly word: string;
  /** Lower case with its diacritics; what is compared where a mark tells two words apart (`rąk`, `rak`). */
  readonly letters: string;
  /** Offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** Written in capitals only, as tills print. */
  readonly capitals: boolean;
  /** Written with a capital first, as names are. */
  readonly capital: boolean;
  /** Written with a letter English does not have. */
  readonly marked: boolean;
  /** A full stop follows at once: the word may be cut (`MAKAR.`). */
  readonly dotted: boolean;
  /** Quotation marks open right before it, or close right behind it: `„rybka” z selera`. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Digits stood for letters, as readers of print mistake them: `m1eko`, `masł0`. */
  readonly mended: boolean;
}

// Invisible characters inside a word do not hide it. Letters and digits part: `2jajka`, `500ml`; one digit
// that looks like a letter does not, where letters stand on both sides or three before it: `s0jowy`, `J4JA`,
// `S0S`, `masł0`; but `x4szt` is an amount.
const LETTER = '[\\p{L}\\p{M}\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const WORD = new RegExp(
  `${LETTER}+(?:[015]${LETTER}{2,}|0${LETTER}|(?<![xX])[34]${LETTER}{2,}|(?<=${LETTER}{3})[015](?!\\p{N}|\\p{L}|[.,]\\p{N}))+|${LETTER}+(?:['’]${LETTER}+)*|\\p{N}+`,
  'gu',
);
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
};
const OPENING = /[„“”‘'"«]/;
const CLOSING = /[”“’'"»]/;
const INVISIBLE = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
// Letters of other alphabets that look like Latin ones, so that nobody hides `mlеko` behind one.
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  ν: 'v',
};

/** What English and Polish put behind an apostrophe: `hen's`, `quiche’ach`. */
const AFTER_APOSTROPHE = /'(?:s|ach|ami|ie|em|om|owi|ów|ow|u|a|e|y|i)$/;

/** Most words need no more than this; what the others need would take a fifth of the lexicon's loading. */
const POLISH_WORD = /^[a-ząćęłńóśźż]*$/;

/** A word as it is compared; a possessive 's and Polish endings of foreign words are dropped. */
export function foldWord(word: string): string {
  if (POLISH_WORD.test(word)) {
    return word.replace(/[ąćęłńóśźż]/g, bareLetter);
  }
  const letters = word.normalize('NFKD').replace(INVISIBLE, '').toLowerCase().replaceAll('’', "'");
  let folded = '';
  for (const letter of letters.replace(AFTER_APOSTROPHE, '')) {
    folded += UNDECOMPOSED[letter] ?? LOOKALIKES[letter] ?? letter;
  }
  return folded.replaceAll("'", '');
}

/** Words to look others up in, as they are compared. */
export function foldedWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWord));
}

/** A word in lower case, its diacritics kept. */
export function lowerWord(word: string): string {
  return word.normalize('NFC').replace(INVISIBLE, '').toLowerCase();
}

/** The words of a text in order. E-numbers become one word however they are set: `E 322`, `e-322`. */
export function tokenise(printed: string): Token[] {
  // `E22O` with the letter for the digit, `M&M` and `PB&J` as one word; the offsets stay.
  const text = printed
    .replace(/(?<!\p{L})([Ee]\d{2,3})[OoQ](?![\p{L}\p{N}])/gu, '$10')
    .replace(/(?<![\p{L}\p{N}])(\p{Lu}{1,2})&(?=\p{Lu}(?!\p{L}))/gu, '$1n')
    .replace(/(?<=\b(?:mac|fish|PB) )&(?= (?:cheese|chips|J)\b)|(?<=\bPB)\+(?=J\b)/gi, 'n');
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const mended = /\p{L}/u.test(raw) && /[01345]/.test(raw);
    const read = mended ? raw.replace(/[01345]/g, (digit) => DIGITS[digit] ?? digit) : raw;
    const end = index + raw.length;
    const slash = slashWord(text, index, end);
    const last = tokens.at(-1);
    const letters = slash ?? afterSlash(text, index, last?.word, lowerWord(read)) ?? cutClaim(read);
    const word = foldWord(slash === null ? (letters ?? read) : slash);
    if (word === '') continue;
    const between = letters !== null && last?.end === index - 1 ? ' ' : text.slice(before, index);
    before = end;
    if (last?.word === 'e' && /^\d{3,4}$/.test(word) && /^[\s.–-]{0,5}$/.test(between)) {
      tokens[tokens.length - 1] = { ...last, word: `e${word}`, end };
      continue;
    }
    tokens.push({
      word,
      letters: letters ?? lowerWord(read),
      start: index,
      end,
      gap: last === undefined ? 'line' : gapOf(between),
      capitals: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
      capital: /^\p{Lu}/u.test(raw),
      marked: /[ąćęłńóśźż]/i.test(raw),
      dotted: text[end] === '.',
      opens: OPENING.test(text[index - 1] ?? ''),
      closes: CLOSING.test(text[end] ?? ''),
      mended,
    });
  }
  return tokens;
}

function gapOf(between: string): Gap {
  if (/[\n\r]/.test(between)) return 'line';
  if (/[!?;]|\.\s|…/.test(between)) return 'dot';
  if (between.includes(':')) return 'colon';
  if (/^ ?[([]$/.test(between)) return 'bracket';
  return /[,()[\]{}/|&+*•=]|\s[-–—]|[–—]\s/.test(between) ? 'comma' : 'joined';
}
