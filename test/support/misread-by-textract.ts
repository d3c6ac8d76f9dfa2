import { withoutMarks } from '#shared/language/without-marks.ts';
import type { PlacedPrint } from '#test/synthetic/photo/words-in-picture.ts';

/** What is taken for one another. */
const LOOKALIKES = new Map(
  ['5S', '9g', '3E', '1l', '2Z', '7T', '4A', 'RK'].flatMap(([one = '', other = '']) => [
    [one, other] as const,
    [other, one] as const,
  ]),
);

/** A word as Textract may read it: without marks, and with a character wrong in every third. */
export function misreadByTextract(word: PlacedPrint, at: number): PlacedPrint {
  const bare = withoutMarks(word.text);
  const wrong = at % 3 > 0 ? -1 : [...bare].findLastIndex((letter) => LOOKALIKES.has(letter));
  const letters = [...bare].map((letter, place) =>
    place === wrong ? (LOOKALIKES.get(letter) ?? letter) : letter,
  );
  return { ...word, text: letters.join('') };
}
