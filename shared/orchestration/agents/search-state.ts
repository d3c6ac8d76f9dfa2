import * as z from 'zod/mini';
import { DIETS } from '#shared/households/person.ts';
import { NamedFood } from '#shared/statements/named-food.ts';
import { FoundItem } from './search-data.ts';

/** What is looked for. */
export const SearchQuery = z.object({
  /** A recipe, a page to read, or whichever there is. */
  kind: z.nullable(z.enum(['recipe', 'fact'])),
  words: z.string().check(z.maxLength(300)),
  minutes: z.nullable(z.number()),
  diet: z.nullable(z.enum(DIETS)),
  without: z.array(NamedFood).check(z.maxLength(20)),
  /** Of what is to be found; null for the language that is spoken. */
  language: z.nullable(z.enum(['pl', 'en'])),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What the agent remembers of a session from one turn to the next. */
export const SearchState = z.object({
  query: z.nullable(SearchQuery),
  /** What was shown last: `ten drugi`. */
  shown: z.array(FoundItem).check(z.maxLength(10)),
});
export type SearchState = z.infer<typeof SearchState>;
