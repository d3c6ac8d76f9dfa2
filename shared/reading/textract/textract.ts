import * as z from 'zod/mini';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Point } from '#shared/reading/geometry/text-region.ts';

/** A word as Textract sees it; single letters have no places. */
export interface TextractWord {
  readonly text: string;
  /** 0 … 1 */
  readonly confidence: number;
  /** The four corners in their turn, in fractions of the page that was shown. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** Words that Textract takes for one line, in the order of reading. A wide gap ends its lines. */
export type TextractLine = readonly TextractWord[];

/** Shows a page to Textract, and waits for its answer unless the signal is aborted. */
export type TextractReader = (page: Grey, signal?: AbortSignal) => Promise<readonly TextractLine[]>;

const Answer = z.object({ Blocks: z.array(z.looseObject({ BlockType: z.string() })) });

const LineBlock = z.object({
  Relationships: z.array(z.object({ Type: z.string(), Ids: z.array(z.string()) })),
});

/** Bounding boxes are not read: those of tilted words overlap the lines above and below. */
const WordBlock = z.object({
  Id: z.string(),
  Text: z.string(),
  Confidence: z.number(),
  Geometry: z.object({ Polygon: z.array(z.object({ X: z.number(), Y: z.number() })) }),
});

/**
 * The lines of an answer of DetectDocumentText.
 * @throws ZodError, Error for an answer of another shape
 */
export function parseTextractLines(answer: unknown): TextractLine[] {
  const { Blocks } = Answer.parse(answer);
  const of = (type: string) => Blocks.filter(({ BlockType }) => BlockType === type);
  const words = new Map(
    of('WORD').map((block) => {
      const { Id, ...word } = WordBlock.parse(block);
      return [Id, wordOf(word)];
    }),
  );
  return of('LINE').map((block) => {
    const children = LineBlock.parse(block).Relationships.filter(({ Type }) => Type === 'CHILD');
    return children.flatMap(({ Ids }) =>
      Ids.map((id) => {
        const word = words.get(id);
        if (word === undefined) throw new Error(`Textract's answer has no word ${id}`);
        return word;
      }),
    );
  });
}

function wordOf({
  Text,
  Confidence,
  Geometry,
}: Omit<z.infer<typeof WordBlock>, 'Id'>): TextractWord {
  const [a, b, c, d, ...more] = Geometry.Polygon.map(({ X, Y }) => ({ x: X, y: Y }));
  if (!a || !b || !c || !d || more.length > 0) {
    throw new Error(`Textract's word "${Text}" has ${Geometry.Polygon.length} corners`);
  }
  return { text: Text, confidence: Confidence / 100, corners: [a, b, c, d] };
}
