import { distance, ocrSkeleton } from '#shared/language/ocr-skeleton.ts';

/** A word with what it is compared by. */
export interface Word {
  readonly text: string;
  /** With OCR's usual confusions folded together: `MASL0` and `MASLO` are one. */
  readonly folded: string;
  readonly consonants: string;
}

export function wordOf(text: string): Word {
  return { text, folded: ocrSkeleton(text), consonants: consonantsOf(text) };
}

/** A spelling's word of three letters at the head of a longer one; means something only beside others. */
export const SHORT_STEM = 0.7;

/**
 * How surely a printed word stands for a word of a spelling, 0 … 1. In falling order: the same, an
 * inflected form (`BANANY`), cut short (`CZEKOL`), damaged by OCR (`KIEŁ8ASA`), without vowels (`MLK`).
 */
export function wordScore(printed: Word, word: Word, cut: boolean): number {
  if (printed.text === word.text) return 1;
  return Math.max(
    inflected(printed.text, word.text),
    shortened(printed.text, word.text, cut),
    damaged(printed.folded, word.folded),
    vowelless(printed, word),
  );
}

/** What Polish words end in when they are inflected; `RABAT` is no form of `RABARBAR`. */
const ENDINGS: ReadonlySet<string> = new Set([
  '',
  'A',
  'E',
  'I',
  'Y',
  'O',
  'U',
  'IE',
  'IA',
  'OW',
  'EJ',
  'EM',
  'OM',
  'YM',
  'IM',
  'KA',
  'KI',
]);

/** A common stem with short endings. Longer endings make another word: `POMIDOROWY`, `MALINOWE`. */
function inflected(printed: string, word: string): number {
  if (word.length === 3 && printed.length > 3 && printed.startsWith(word)) return SHORT_STEM;
  if (Math.min(printed.length, word.length) < 4) return 0;
  const stem = commonStart(printed, word, word.length);
  if (stem === word.length) {
    if (ENDINGS.has(printed.slice(stem))) return 0.95;
    // A spelling may be a stem itself (`SLASK`), and then longer endings belong to it too. What ends
    // in a vowel is a whole word, with which others begin: `WINOGRONA` are no `WINO`.
    if (/[AEIOUY]$/.test(word)) return 0;
    return word.length >= 5 ? 0.86 : 0.8;
  }
  if (stem < 4 || !ENDINGS.has(word.slice(stem)) || !ENDINGS.has(printed.slice(stem))) return 0;
  // Of five letters the last may as well make another word: `DANIE`, `DANIO`.
  return stem === 4 && word.length === 5 ? 0.82 : 0.92;
}

function shortened(printed: string, word: string, cut: boolean): number {
  if (!word.startsWith(printed)) return 0;
  const share = printed.length / word.length;
  if (printed.length >= 4) return 0.78 + 0.17 * share;
  if (printed.length === 3) return 0.68 + 0.2 * share;
  return printed.length === 2 && cut ? 0.5 + 0.3 * share : 0;
}

function damaged(printed: string, word: string): number {
  if (printed === word) return 0.9;
  if (printed.length < 5 || word.length < 5) return 0;
  if (word.startsWith(printed)) return 0.78;
  if (isOneEdit(printed, word, word.length)) return word.length === 5 ? 0.66 : 0.76;
  if (word.length >= 9 && printed.length >= 8 && distance(printed, word, 2) <= 2) return 0.66;
  const cut = printed.length >= 6 && isOneEdit(printed, word, printed.length);
  return cut ? 0.66 : 0;
}

/** Whether one letter changed, added or left out makes `a` of the first `end` letters of `b`. */
function isOneEdit(a: string, b: string, end: number): boolean {
  const longer = Math.max(a.length, end);
  if (b.length < end || longer - Math.min(a.length, end) > 1) return false;
  const start = commonStart(a, b, end);
  let same = 0;
  while (start + same < longer - 1 && a[a.length - 1 - same] === b[end - 1 - same]) same += 1;
  return start + same >= longer - 1;
}

function commonStart(a: string, b: string, end: number): number {
  let length = 0;
  while (length < a.length && length < end && a[length] === b[length]) length += 1;
  return length;
}

function vowelless(printed: Word, word: Word): number {
  if (printed.consonants.length < 3 || word.text.length < printed.text.length + 1) return 0;
  if (printed.text[0] !== word.text[0] || !word.consonants.startsWith(printed.consonants)) return 0;
  let at = 0;
  for (const letter of word.text) if (letter === printed.text[at]) at += 1;
  return at === printed.text.length ? 0.68 : 0;
}

function consonantsOf(text: string): string {
  return text.replace(/[AEIOUY0-9]/g, '');
}
