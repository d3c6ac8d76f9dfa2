import * as z from 'zod/mini';

/** Something that was found. */
export const FoundItem = z.object({
  kind: z.enum(['recipe', 'document', 'web']),
  id: z.string(),
  title: z.string(),
  url: z.nullable(z.string()),
  /** What of a page or a document was found; null for a recipe. */
  quote: z.nullable(z.string()),
  page: z.nullable(z.int()),
  minutes: z.nullable(z.number()),
  /** Whose it is: `own` and `shipped` recipes, or the name of who found it. */
  source: z.string(),
});
export type FoundItem = z.infer<typeof FoundItem>;

export const SearchData = z.object({
  /** The best first. */
  results: z.array(FoundItem),
  /** Who could not be asked: `Wikipedia`. */
  notAsked: z.array(z.string()),
});
export type SearchData = z.infer<typeof SearchData>;
