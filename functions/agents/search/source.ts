import type { Locale } from '#shared/context/locale.ts';
import type { Because } from '#shared/notices/notice.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import type { SearchQuery } from '#shared/orchestration/agents/search-state.ts';

/** What one source has for a query. */
export interface Found {
  /** The best first, for everybody who eats. */
  readonly items: readonly FoundItem[];
  /** What fits and somebody must not have. */
  readonly refused?: readonly (Because & { readonly title: string })[];
  /** Nothing was as quick as was asked, and these take longer. */
  readonly isLonger?: boolean;
  /** Names of whom could not be asked. */
  readonly notAsked?: readonly string[];
}

/** A query with the language of what is to be found. */
export interface Asked extends SearchQuery {
  readonly language: Locale;
}

/** Where is looked: own and shipped recipes, documents of the household, the web. */
export interface Source {
  /** Whether it has anything of this kind; it is not asked otherwise. @param found by the sources before it */
  serves(query: Asked, found: readonly FoundItem[]): boolean;
  find(query: Asked): Promise<Found>;
}
