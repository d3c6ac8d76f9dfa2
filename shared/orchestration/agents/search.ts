import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { SearchData } from './search-data.ts';
import { SearchState } from './search-state.ts';

/** Recipes to read, own and shipped, and pages of others. */
export const search = defineAgent({
  name: 'search',
  functionEnv: 'searchFunction',
  data: SearchData,
  state: z.nullable(SearchState),
  tellsRestrictions: false,
  withoutHarmful: ({ results, notAsked }, harms) => ({
    results: results.filter(({ title, quote }) => !harms(`${title}\n${quote ?? ''}`)),
    notAsked,
  }),
});
