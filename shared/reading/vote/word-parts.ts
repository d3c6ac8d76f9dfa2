import {
  type Point,
  placeIn,
  pointIn,
  type TextRegion,
} from '#shared/reading/geometry/text-region.ts';
import type { PlacedWord } from '#shared/reading/textract/place-words.ts';

/** A letter of a word; Textract places words only, so letters stand evenly on them. */
export interface Letter {
  readonly text: string;
  readonly word: PlacedWord;
  /** The middles of its left and of its right edge. */
  readonly from: Point;
  readonly to: Point;
}

/** Neighbouring letters of a word that stand on one piece, or on none. */
export interface Part {
  readonly letters: readonly Letter[];
  readonly on: TextRegion | undefined;
}

/** So many letters beyond the end of a piece were cut off by the detector. */
const MAX_CUT_LETTERS = 2;

/**
 * A word by the pieces it stands on, from left to right: one across two pieces is split where the
 * one ends.
 */
export function partsOf(word: PlacedWord, regions: readonly TextRegion[]): Part[] {
  const texts = [...word.text];
  const edge = (at: number) => pointIn(word.region, at / texts.length, 0.5);
  const letters = texts.map((text, at) => ({ text, word, from: edge(at), to: edge(at + 1) }));
  const parts: Part[] = [];
  for (const part of split(letters, regions)) {
    const before = parts.at(-1);
    if (before?.on !== part.on || before === undefined) parts.push(part);
    else parts[parts.length - 1] = { ...part, letters: [...before.letters, ...part.letters] };
  }
  return parts;
}

/** What stands beyond either end of the piece that holds most is laid for itself. */
function split(letters: readonly Letter[], regions: readonly TextRegion[]): Part[] {
  const on = holderOf(letters, regions);
  if (on === undefined) return letters.length === 0 ? [] : [{ letters, on }];
  const start = letters.findIndex((letter) => isBeside(letter, on));
  const end = letters.findLastIndex((letter) => isBeside(letter, on)) + 1;
  const beyond = (rest: readonly Letter[]) =>
    split(rest, regions).map((part) =>
      part.on === undefined && part.letters.length <= MAX_CUT_LETTERS ? { ...part, on } : part,
    );
  return [
    ...beyond(letters.slice(0, start)),
    { letters: letters.slice(start, end), on },
    ...beyond(letters.slice(end)),
  ];
}

/** The piece on which most letters stand, unless more of them stand above or below it. */
function holderOf(
  letters: readonly Letter[],
  regions: readonly TextRegion[],
): TextRegion | undefined {
  const counts = new Map<TextRegion, number>();
  for (const letter of letters) {
    const region = nearestOf(middleOf(letter), regions);
    if (region !== undefined) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return undefined;
  const [region, count] = most;
  const beside = letters.filter((letter) => isBeside(letter, region)).length;
  return count * 2 > beside ? region : undefined;
}

/** Of the pieces a place lies on, which overlap where lines bend, the one with the nearest middle. */
function nearestOf(place: Point, regions: readonly TextRegion[]): TextRegion | undefined {
  let nearest: { region: TextRegion; away: number } | undefined;
  for (const region of regions) {
    const { u, v } = placeIn(region, place);
    const away = Math.abs(v - 0.5);
    if (u >= 0 && u <= 1 && away <= 0.5 && away < (nearest?.away ?? 1)) nearest = { region, away };
  }
  return nearest?.region;
}

/** Whether a letter stands on a piece, or above or below it. */
function isBeside(letter: Letter, region: TextRegion): boolean {
  const along = alongOf(letter, region);
  return along >= 0 && along <= 1;
}

/** How far along a piece the middle of a letter is: 0 … 1 where it stands on it. */
export function alongOf(letter: Letter, region: TextRegion): number {
  return placeIn(region, middleOf(letter)).u;
}

function middleOf({ from, to }: Letter): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
