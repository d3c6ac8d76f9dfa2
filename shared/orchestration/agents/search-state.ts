import * as z from 'zod/mini';
import { DIETS } from '#shared/households/person.ts';
import { NamedFood } from '#shared/statements/named-food.ts';

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

/** What the agent remembers of a session from one turn to the next. */
export const SearchState = z.object({
  query: z.nullable(SearchQuery),
  /** What was shown last: `ten drugi`. */
  shown: z.array(FoundItem).check(z.maxLength(10)),
});
export type SearchState = z.infer<typeof SearchState>;
