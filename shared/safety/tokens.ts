/** What stands between a word and the one before it, from the weakest to the strongest. */
export type Gap = 'joined' | 'bracket' | 'comma' | 'colon' | 'dot' | 'line';

export interface Token {
  /** Lower case without diacritics: `Łosoś` → `losos`. */
  readonly word: string;
  /** Offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** Written in capitals only, as tills print. */
  readonly capitals: boolean;
  /** Written with a letter English does not have. */
  readonly marked: boolean;
  /** A full stop follows at once: the word may be cut (`MAKAR.`). */
  readonly dotted: boolean;
}

// Invisible characters inside a word do not hide it. Letters and digits part: `2jajka`, `500ml`.
const WORD =
  /[\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+(?:['’][\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+)*|\p{N}+/gu;
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

/** A word as it is compared; a possessive 's is dropped. */
export function foldWord(word: string): string {
  const letters = word.normalize('NFKD').replace(INVISIBLE, '').toLowerCase().replaceAll('’', "'");
  let folded = '';
  for (const letter of letters.endsWith("'s") ? letters.slice(0, -2) : letters) {
    folded += UNDECOMPOSED[letter] ?? LOOKALIKES[letter] ?? letter;
  }
  return folded.replaceAll("'", '');
}

/** The words of a text in order. E-numbers become one word however they are set: `E 322`, `e-322`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const word = foldWord(raw);
    if (word === '') continue;
    const between = text.slice(before, index);
    const end = index + raw.length;
    before = end;
    const last = tokens.at(-1);
    if (last?.word === 'e' && /^\d{3,4}$/.test(word) && /^[\s.–-]{0,5}$/.test(between)) {
      tokens[tokens.length - 1] = { ...last, word: `e${word}`, end };
      continue;
    }
    tokens.push({
      word,
      start: index,
      end,
      gap: gapOf(between),
      capitals: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
      marked: /[ąćęłńóśźż]/i.test(raw),
      dotted: text[end] === '.',
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
