import { similarity, upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { VatLetter } from '#shared/receipts/model/receipt.ts';

interface Spelling {
  readonly name: string;
  readonly weight: number;
}

/**
 * The name that all spellings of a line are most like, the first on a tie; its spaces are its own.
 * Marks that only some readings have (`SW.`, `ŚW.`) are put on it, for they are lost more often than
 * made up.
 */
export function voteName(spellings: readonly Spelling[]): string {
  const named = spellings.filter(({ name }) => name !== '');
  let best = '';
  let most = 0;
  for (const { name } of named) {
    const liked = named.reduce((sum, other) => sum + other.weight * likeness(name, other.name), 0);
    if (liked > most + 1e-9) [best, most] = [name, liked];
  }
  return named.reduce((name, other) => withMarks(name, other.name), best);
}

/** Equal spellings count a little more than those equal but for spaces and marks. */
function likeness(a: string, b: string): number {
  return similarity(a, b) + (a === b ? 0.1 : 0);
}

/** A letter with its mark where the other spelling has the same letter with one. */
function withMarks(name: string, other: string): string {
  const marked = [...other].filter((letter) => letter !== ' ');
  const letters = [...name];
  if (letters.filter((letter) => letter !== ' ').length !== marked.length) return name;
  let at = -1;
  const result = letters.map((letter) => {
    if (letter === ' ') return letter;
    at += 1;
    const same = marked[at] ?? '';
    return upperAscii(same) === upperAscii(letter) ? { letter, same } : null;
  });
  if (result.includes(null)) return name;
  return result
    .map((pair) => {
      if (typeof pair === 'string' || pair === null) return pair ?? '';
      return /[ -~]/.test(pair.letter) ? sameCase(pair.letter, pair.same) : pair.letter;
    })
    .join('');
}

function sameCase(letter: string, marked: string): string {
  return letter === letter.toUpperCase() ? marked.toUpperCase() : marked.toLowerCase();
}

/** The letter most of the weight is for, the reading's own on a tie. */
export function voteLetter(
  votes: readonly { readonly vat: VatLetter | null; readonly weight: number }[],
): VatLetter | null {
  const weights = new Map<VatLetter, number>();
  for (const { vat, weight } of votes) {
    if (vat !== null) weights.set(vat, (weights.get(vat) ?? 0) + weight);
  }
  const [most] = [...weights].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
