import * as z from 'zod/mini';

/** How a table is searched. */
export const Setting = z.object({
  name: z.string(),
  /** Nodes of the vector index that are looked at; null compares with every vector. */
  ef: z.nullable(z.int()),
  /** So many times more are found and compared by their whole vectors; 1 for none. */
  refine: z.int(),
});
export type Setting = z.infer<typeof Setting>;

/** What a process searches for. */
export const SearchTask = z.object({
  uri: z.string(),
  table: z.string(),
  queries: z.array(z.array(z.number())),
  k: z.int(),
  setting: Setting,
});
export type SearchTask = z.infer<typeof SearchTask>;

/** What it found, and took: milliseconds of the clock, of processors in the mean, megabytes. */
export const Searched = z.object({
  found: z.array(z.array(z.string())),
  p50: z.number(),
  p99: z.number(),
  processor: z.number(),
  rss: z.number(),
});
export type Searched = z.infer<typeof Searched>;
