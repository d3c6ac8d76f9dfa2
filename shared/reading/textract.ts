import * as z from 'zod/mini';
import { linesFromWords } from './lines.ts';
import type { Reading, Word } from './reading.ts';

/** The part of Textract's DetectDocumentText answer that is read; geometry in fractions of the page. */
const Answer = z.object({
  Blocks: z.optional(
    z.array(
      z.object({
        BlockType: z.optional(z.string()),
        Text: z.optional(z.string()),
        Confidence: z.optional(z.number()),
        Geometry: z.optional(
          z.object({
            BoundingBox: z.optional(
              z.object({
                Left: z.optional(z.number()),
                Top: z.optional(z.number()),
                Width: z.optional(z.number()),
                Height: z.optional(z.number()),
              }),
            ),
          }),
        ),
      }),
    ),
  ),
});

/** Fractions become this many units, so that places compare like pixels. */
const UNITS = 2000;

/** Textract's words as a reading. It knows no Polish letters; its digits are what it is asked for. */
export function readingFromTextract(answer: unknown, milliseconds: number): Reading {
  const words: Word[] = (Answer.parse(answer).Blocks ?? []).flatMap((block) => {
    const place = block.Geometry?.BoundingBox;
    if (block.BlockType !== 'WORD' || block.Text === undefined || place === undefined) return [];
    const { Left = 0, Top = 0, Width = 0, Height = 0 } = place;
    const box = {
      x0: Left * UNITS,
      y0: Top * UNITS,
      x1: (Left + Width) * UNITS,
      y1: (Top + Height) * UNITS,
    };
    return [{ text: block.Text, confidence: (block.Confidence ?? 0) / 100, box }];
  });
  const sure = words.reduce((sum, { confidence }) => sum + confidence, 0);
  return {
    engine: 'textract',
    variant: 'plain',
    lines: linesFromWords(words),
    confidence: words.length === 0 ? 0 : sure / words.length,
    milliseconds,
    sheet: { width: UNITS, bottoms: [UNITS], turns: 0 },
  };
}
