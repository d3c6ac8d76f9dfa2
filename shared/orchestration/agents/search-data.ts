import * as z from 'zod/mini';
import { FoundItem } from './search-state.ts';

export const SearchData = z.object({
  /** The best first. */
  results: z.array(FoundItem),
  /** Who could not be asked: `Wikipedia`. */
  notAsked: z.array(z.string()),
});
export type SearchData = z.infer<typeof SearchData>;
