import { withoutMarks } from '#shared/language/without-marks.ts';
import { KeptWhileUsed } from './kept-while-used.ts';
import { loadTextNetwork, type TextNetwork } from './text-network.ts';

/** The usual mark of a letter, and `ź`, the only other one there is. */
const MARKED: Readonly<Record<string, readonly [string, string?]>> = {
  a: ['ą'],
  c: ['ć'],
  e: ['ę'],
  l: ['ł'],
  n: ['ń'],
  o: ['ó'],
  s: ['ś'],
  z: ['ż', 'ź'],
};
/** What the network tells apart for each character: leave it, its usual mark, `ź`. */
const CHOICES = 3;
const OTHER_CHARACTER = 128;
const LINE_BREAK = 10;
/** Longer texts are read in pieces of so many characters, cut between words. */
const MAX_LENGTH = 500;
/** Addresses of the web and of people, which have no marks to lose. */
const ADDRESS = /[/@]|\.[a-z]{2,}$|^www\./i;

const model = new KeptWhileUsed<TextNetwork>(
  () => loadTextNetwork('polish-marks'),
  (network) => network.release(),
);

/**
 * Polish typed without marks, with them: `zuzylam pol kostki masla` → `zużyłam pół kostki masła`. Words
 * that have a mark stay as they are. Some 96 of 100 words come out right; endings that hang on the
 * sentence (`czuje`, `czuję`) may not. For searching and routing, and never alone where an allergen is
 * looked for. The text must be Polish.
 * @throws Error where the runtime has no binary for the platform
 */
export async function withPolishMarks(text: string): Promise<string> {
  if (!/[acelnosz]/i.test(text)) return text;
  const pieces = text.match(new RegExp(`[^]{1,${MAX_LENGTH}}(?=\\s|$)|[^]{1,${MAX_LENGTH}}`, 'g'));
  return await model.use(async (network) => {
    const restored: string[] = [];
    for (const piece of pieces ?? []) restored.push(await restore(network, piece));
    return restored.join('');
  });
}

async function restore(network: TextNetwork, text: string): Promise<string> {
  const letters = [...text];
  const codes = letters.map((letter) => codeOf(withoutMarks(letter).toLowerCase()));
  const data = BigInt64Array.from([LINE_BREAK, ...codes, LINE_BREAK].map(BigInt));
  const scores = await network.run({ characters: { data, dims: [1, data.length] } }, 'logits');
  const marked = letters.map((letter, at) => markedAs(letter, choiceAt(scores, at + 1)));
  return words(letters)
    .map(({ from, to }) => {
      const word = letters.slice(from, to).join('');
      return mayLack(word) ? marked.slice(from, to).join('') : word;
    })
    .join('');
}

/** Runs of characters that are space, and that are none. */
function words(letters: readonly string[]): { readonly from: number; readonly to: number }[] {
  const starts = letters.flatMap((letter, at) => {
    const before = letters[at - 1];
    return before === undefined || isSpace(letter) !== isSpace(before) ? [at] : [];
  });
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? letters.length }));
}

function isSpace(letter: string): boolean {
  return /\s/.test(letter);
}

function mayLack(word: string): boolean {
  return withoutMarks(word) === word && !ADDRESS.test(word);
}

function codeOf(character: string): number {
  const code = character.codePointAt(0) ?? OTHER_CHARACTER;
  return Math.min(code, OTHER_CHARACTER);
}

function choiceAt(scores: Float32Array, at: number): number {
  const own = [...scores.subarray(at * CHOICES, (at + 1) * CHOICES)];
  return own.indexOf(Math.max(...own));
}

function markedAs(letter: string, choice: number): string {
  const marks = MARKED[letter.toLowerCase()];
  if (choice === 0 || marks === undefined) return letter;
  const marked = choice === 1 ? marks[0] : marks[1];
  if (marked === undefined) return letter;
  return letter === letter.toLowerCase() ? marked : marked.toUpperCase();
}
