import * as z from 'zod/mini';

const offset = z.int().check(z.minimum(0));
const span = { start: offset, end: offset };

/** A part of a page's text, `text.slice(start, end)`. Lists and tables have one item or row a line. */
export const Block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.int().check(z.minimum(1), z.maximum(6)),
    ...span,
  }),
  z.object({ kind: z.enum(['paragraph', 'list', 'table']), ...span }),
]);
export type Block = z.infer<typeof Block>;

/** One page as text and what its parts are; without text where it could not be read. */
export const Page = z.object({
  text: z.string(),
  blocks: z.array(Block),
  /** Why it was not read: a code of shared/uploads/problems.ts. */
  problem: z.optional(z.string()),
});
export type Page = z.infer<typeof Page>;

/** What every format becomes. */
export const ExtractedDocument = z.object({
  /** What the document calls itself; null where it does not say. */
  title: z.nullable(z.string()),
  /** Whether its format has pages; otherwise all text is the one page. */
  isPaged: z.boolean(),
  pages: z.array(Page),
});
export type ExtractedDocument = z.infer<typeof ExtractedDocument>;
