import type { Locale } from '#shared/context/locale.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import type { SearchQuery, SearchState } from '#shared/orchestration/agents/search-state.ts';
import { goesOn } from '#shared/search-requests/goes-on.ts';
import {
  kindAsked,
  languageAsked,
  searchWords,
  withoutOrdinal,
} from '#shared/search-requests/search-words.ts';
import { readMessage } from '#shared/statements/read-message.ts';

/** What a message asks: something that was found, a search, or one that says nothing to look for. */
export type ReadQuery =
  | { readonly act: 'show'; readonly item: FoundItem }
  | { readonly act: 'search'; readonly query: SearchQuery }
  /** A place of the list that nothing stands at. */
  | { readonly act: 'no-such'; readonly place: number }
  | { readonly act: 'what' };

const MAX_WORDS = 300;
const NOTHING: Pick<SearchQuery, 'minutes' | 'diet' | 'without'> = {
  minutes: null,
  diet: null,
  without: [],
};

/** Filters without words narrow down the search before; words begin another. */
export function readQuery(message: string, locale: Locale, state: SearchState | null): ReadQuery {
  const filters = filtersIn(message, locale);
  const language = languageAsked(message);
  const before = state?.query ?? null;
  const pointed = withoutOrdinal(message) === '' ? readOrdinal(message) : null;
  const item = pointed === null ? undefined : state?.shown[pointed - 1];
  if (item !== undefined) return { act: 'show', item };
  if (pointed !== null) return { act: 'no-such', place: pointed };
  const words = searchWords(message).slice(0, MAX_WORDS);
  if (words !== '') {
    const kind = kindAsked(message) ?? (goesOn(message) ? (before?.kind ?? null) : null);
    const isFiltered =
      filters.diet !== null || filters.minutes !== null || filters.without.length > 0;
    // Nobody asks for facts without milk.
    return {
      act: 'search',
      query: { kind: isFiltered ? 'recipe' : kind, words, ...filters, language },
    };
  }
  if (before === null) return { act: 'what' };
  const without = [...before.without, ...filters.without].slice(0, 20);
  return {
    act: 'search',
    query: {
      ...before,
      minutes: filters.minutes ?? before.minutes,
      diet: filters.diet ?? before.diet,
      without,
      language: language ?? before.language,
    },
  };
}

function filtersIn(message: string, locale: Locale): typeof NOTHING {
  const intent = parseIntent(message, locale, false, readMessage(message, locale));
  if (intent.act !== 'suggest') return NOTHING;
  const { minutes, diet, without } = intent.criteria;
  return { minutes, diet, without };
}
