import * as z from 'zod/mini';
import { log } from '#shared/telemetry/log.ts';
import { pageAddress, plainQuote, plainTitle } from './plain-quote.ts';
import { askServer, type SearchServerDeps } from './search-server.ts';
import { MAX_HITS, type WebSearch } from './web-hit.ts';

const SERVER = 'https://api.search.brave.com';

const Results = z.object({
  web: z.optional(
    z.object({
      results: z.array(
        z.object({ url: z.string(), title: z.string(), description: z.optional(z.string()) }),
      ),
    }),
  ),
});

/**
 * Brave Search with a key of the operator's own.
 * @param key read from its secret when the first question is asked
 * @param url another server, as for a test
 * @see https://api-dashboard.search.brave.com/app/documentation/web-search/get-started
 */
export function brave(
  key: () => Promise<string>,
  deps: SearchServerDeps,
  url: string | undefined,
): WebSearch {
  const server = { name: 'web/brave', base: new URL(url ?? SERVER), isOwn: url !== undefined };
  return {
    name: 'Brave Search',
    async find(words, language) {
      const query = new URLSearchParams({
        q: words,
        count: String(MAX_HITS),
        search_lang: language,
        safesearch: 'strict',
      });
      const token = await key().catch((error: unknown) => {
        log.warn('The key of Brave Search cannot be read', { error });
        return undefined;
      });
      if (token === undefined) return { failed: 'there is no key' };
      return await askServer(
        server,
        `/res/v1/web/search?${query}`,
        deps,
        (json) => {
          const answer = Results.safeParse(json);
          if (!answer.success) return undefined;
          return (answer.data.web?.results ?? []).flatMap(({ title, description, url: given }) => {
            const page = pageAddress(given);
            if (page === undefined) return [];
            return [{ title: plainTitle(title), url: page, quote: plainQuote(description) }];
          });
        },
        { 'x-subscription-token': token },
      );
    },
  };
}
