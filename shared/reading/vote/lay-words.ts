import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Character } from '#shared/reading/model/character.ts';
import type { PlacedWord } from '#shared/reading/textract/place-words.ts';
import { joinWithSpaces } from './join-with-spaces.ts';
import { alongOf, type Part, partsOf } from './word-parts.ts';

/** A piece of text with what Textract read on it. */
export interface LaidPiece {
  readonly region: TextRegion;
  /** Empty where it saw nothing. */
  readonly textract: readonly Character[];
}

/**
 * Lays the words of lines onto the pieces of text they stand on. Neighbours of a line that stand on
 * no piece were overlooked by the detector and become one of their own.
 * @returns the pieces of `regions` in their order, then the overlooked ones
 */
export function layWords(
  regions: readonly TextRegion[],
  lines: readonly (readonly PlacedWord[])[],
): LaidPiece[] {
  const held = new Map(regions.map((region): [TextRegion, Part[]] => [region, []]));
  const overlooked: Part[][] = [];
  for (const line of lines) {
    let isOpen = false;
    for (const part of line.flatMap((word) => partsOf(word, regions))) {
      if (part.on !== undefined) held.get(part.on)?.push(part);
      else if (isOpen) overlooked.at(-1)?.push(part);
      else overlooked.push([part]);
      isOpen = part.on === undefined;
    }
  }
  return [
    ...[...held].map(([region, parts]) => laid(region, parts)),
    ...overlooked.map((parts) => laid(regionAround(parts), parts)),
  ];
}

function laid(region: TextRegion, parts: readonly Part[]): LaidPiece {
  const words = parts.map(({ letters }) =>
    letters.map((letter): Character => {
      const at = Math.min(1, Math.max(0, alongOf(letter, region)));
      return { text: letter.text, confidence: letter.word.confidence, at };
    }),
  );
  words.sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
  return { region, textract: joinWithSpaces(words) };
}

function regionAround(parts: readonly Part[]): TextRegion {
  const letters = parts.flatMap((part) => part.letters);
  const [first, last] = [letters[0], letters.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a part has no letters');
  const [x, y] = [last.to.x - first.from.x, last.to.y - first.from.y];
  const heights = letters.map(({ word }) => word.region.height);
  return {
    x: first.from.x + x / 2,
    y: first.from.y + y / 2,
    width: Math.hypot(x, y),
    height: Math.max(...heights),
    angle: Math.atan2(y, x),
  };
}
