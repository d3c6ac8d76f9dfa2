import { median } from '#shared/reading/geometry/median.ts';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Character } from '#shared/reading/model/character.ts';
import type { Word } from '#shared/reading/model/reading.ts';

/** Tills print in columns of equal width, so a wider step than this between letters is a gap. */
const GAP_PITCHES = 1.7;

/** The words of a line that was read in a region, with their places on the page. */
export function wordsInRegion(region: TextRegion, line: readonly Character[]): Word[] {
  const pitch = pitchOf(line);
  const words: Character[][] = [];
  let before: Character | undefined;
  for (const character of line) {
    const isSpace = character.text.trim() === '';
    const apart = before === undefined || character.at - before.at > pitch * GAP_PITCHES;
    if (!isSpace) {
      const word = apart ? undefined : words.at(-1);
      if (word === undefined) words.push([character]);
      else word.push(character);
    }
    before = isSpace ? undefined : character;
  }
  return words.map((word) => wordOf(region, word, pitch));
}

function wordOf(region: TextRegion, word: readonly Character[], pitch: number): Word {
  const half = Number.isFinite(pitch) ? pitch / 2 : 0.5;
  const from = Math.max(0, (word[0]?.at ?? 0) - half);
  const to = Math.min(1, (word.at(-1)?.at ?? 1) + half);
  const corners = [from, to].flatMap((u) => [pointIn(region, u, 0), pointIn(region, u, 1)]);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    text: word.map(({ text }) => text).join(''),
    confidence: word.reduce((sum, { confidence }) => sum + confidence, 0) / word.length,
    box: { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) },
  };
}

/** The usual step from letter to letter; endless where there are too few letters. */
function pitchOf(line: readonly Character[]): number {
  const steps: number[] = [];
  for (const [index, character] of line.entries()) {
    const next = line[index + 1];
    if (next === undefined || character.text === ' ' || next.text === ' ') continue;
    steps.push(next.at - character.at);
  }
  return steps.length < 3 ? Number.POSITIVE_INFINITY : median(steps);
}
