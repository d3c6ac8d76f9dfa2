import { boundingBox } from '#shared/reading/model/bounding-box.ts';
import type { Box, Reading, TextLine } from '#shared/reading/model/reading.ts';
import { resembles } from '#shared/receipts/vote/resembles.ts';

/** What a model that sees read on one place of a reading. */
export interface LineAnswer {
  /** The line of the reading, counted from 0. */
  readonly at: number;
  /** Where no line was read: the place below that line. */
  readonly gap?: { readonly box: Box };
  /** Empty for nothing legible. */
  readonly text: string;
}

export interface RereadResult {
  readonly reading: Reading;
  /** Lines that are not as they were. */
  readonly changed: number;
}

/** A model reports no confidence; half is what a hasty reader would be. */
const MODEL_CONFIDENCE = 0.5;

/**
 * A reading with the lines that a model read again. What does not resemble the line it is for is
 * left out, for a model rather writes something likely than nothing.
 */
export function applyAnswers(reading: Reading, answers: readonly LineAnswer[]): RereadResult {
  let changed = 0;
  const lines = reading.lines.flatMap((line, at): TextLine[] => {
    const here = answers.filter((one) => one.at === at && one.text !== '');
    const answer = here.find(({ gap }) => gap === undefined);
    const fits = answer !== undefined && resembles(line.text, answer.text);
    const isNew = fits && collapseSpaces(answer.text) !== collapseSpaces(line.text);
    const own = isNew
      ? lineOf(answer.text, line.text, boundingBox(line.words.map(({ box }) => box)))
      : line;
    const below = here.flatMap(({ gap, text }) => (gap ? [lineOf(text, '', gap.box)] : []));
    changed += below.length + (isNew ? 1 : 0);
    return [own, ...below];
  });
  return { reading: { ...reading, engine: 'vision', lines }, changed };
}

function lineOf(text: string, readBefore: string, box: Box): TextLine {
  return { text, words: [{ text, confidence: MODEL_CONFIDENCE, box }], readBefore };
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
