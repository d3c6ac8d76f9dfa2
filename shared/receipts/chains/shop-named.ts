import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { chains } from './chains.ts';

const MIN_LENGTH = 3;
/** `Biedronce` begins as `Biedronka` does. */
const SAME_BEGINNING = 4;

/** The shop that a text names, in whatever case: of the chains, or of other names. */
export function shopNamed(text: string, names: readonly string[] = []): string | null {
  const words = foldedWords(text);
  const all = new Set([...names, ...chains.map(({ name }) => name)]);
  return [...all].find((shop) => words.some((word) => isNameOf(word, shop))) ?? null;
}

/** Whether a name on a receipt is that of a shop: `LIDL sp. z o.o.` of Lidl. */
export function isShop(name: string | null, shop: string): boolean {
  const [first = ''] = foldedWords(shop);
  return name !== null && foldedWords(name).some((word) => word === first);
}

/** Whether a word is a form of the first word of a shop's name. */
function isNameOf(word: string, shop: string): boolean {
  const [first = ''] = foldedWords(shop);
  if (word.length < MIN_LENGTH || first.length < MIN_LENGTH) return false;
  const isInflected =
    word.length > SAME_BEGINNING &&
    first.startsWith(word.slice(0, -2)) &&
    Math.abs(word.length - first.length) <= 2;
  return maybeSameWord(word, first) || isInflected;
}
