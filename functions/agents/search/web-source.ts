import type { WebSearch } from '#shared/web-search/web-hit.ts';
import type { Source } from './source.ts';

/** As many recipes of one's own are enough: for more the web is asked when somebody says so. */
const ENOUGH = 3;

/** Pages of others: asked for facts, and for recipes where the house has few. */
export function webSource(searches: readonly WebSearch[]): Source {
  return {
    serves: ({ kind, diet, minutes, without }, found) => {
      const isFiltered = diet !== null || minutes !== null || without.length > 0;
      if (kind === 'recipe') return found.length < ENOUGH && !isFiltered;
      return kind === 'fact' || found.length === 0;
    },
    async find({ words, language }) {
      if (searches.length === 0) return { items: [], notAsked: [NOBODY] };
      const answers = await Promise.all(
        searches.map(async (search) => ({ search, answer: await search.find(words, language) })),
      );
      return {
        items: answers.flatMap(({ search, answer }) =>
          'failed' in answer
            ? []
            : answer.hits.map(({ title, url, quote }) => ({
                kind: 'web' as const,
                id: url,
                title,
                url,
                quote,
                page: null,
                minutes: null,
                source: search.name,
              })),
        ),
        notAsked: answers.flatMap(({ search, answer }) =>
          'failed' in answer ? [search.name] : [],
        ),
      };
    },
  };
}

/** Where the operator switched the web off. */
const NOBODY = 'Wikipedia';
