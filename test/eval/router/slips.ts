import { withoutMarks } from '#shared/language/without-marks.ts';
import { fractions } from '#test/synthetic/random.ts';
import type { Utterance } from './utterances.ts';

/** How often a person in a hurry leaves each thing out. */
const HURRY = 0.6;
const SHORTEST = 4;
const SEED = 77;

/** One for each utterance, the same whatever others there are: its vector is kept for the next training. */
export function hurriedOnes(utterances: readonly Utterance[]): Utterance[] {
  return utterances.map((one) => {
    const seed = [...one.text].reduce(
      (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
      SEED,
    );
    return hurried(one, fractions(seed));
  });
}

/** The same utterance as somebody in a hurry types it: small letters, no signs, no marks, a wrong key. */
function hurried(utterance: Utterance, random: () => number): Utterance {
  let { text } = utterance;
  if (random() < HURRY) text = text.toLowerCase();
  if (random() < HURRY) text = text.replace(/[?!.,;:]/g, '');
  if (random() < HURRY) text = withoutMarks(text);
  if (random() < HURRY) text = withSlip(text, random);
  return { ...utterance, text };
}

/** Two letters change places, or one is lost or doubled. */
function withSlip(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length - 2));
  const slip = Math.floor(random() * 3);
  const [one = '', other = ''] = [text[at], text[at + 1]];
  if (text.length < SHORTEST || !/^\p{L}{2}$/u.test(one + other)) return text;
  const typed = [other + one, other, one + one + other][slip] ?? '';
  return text.slice(0, at) + typed + text.slice(at + 2);
}
