import * as z from 'zod/mini';
import { pageAddress, plainQuote, plainTitle } from './plain-quote.ts';
import { askServer, type SearchServerDeps } from './search-server.ts';
import { MAX_HITS, type WebSearch } from './web-hit.ts';

const Results = z.object({
  results: z.array(
    z.object({ url: z.string(), title: z.string(), content: z.optional(z.nullable(z.string())) }),
  ),
});

/** A SearXNG server of the operator's own. @see https://docs.searxng.org/dev/search_api.html */
export function searxng(url: string, deps: SearchServerDeps): WebSearch {
  const server = { name: 'web/searxng', base: new URL(url), isOwn: true };
  return {
    name: 'SearXNG',
    async find(words, language) {
      const query = new URLSearchParams({ q: words, format: 'json', language, safesearch: '1' });
      return await askServer(server, `/search?${query}`, deps, (json) => {
        const answer = Results.safeParse(json);
        if (!answer.success) return undefined;
        return answer.data.results
          .flatMap(({ title, content, url: given }) => {
            const page = pageAddress(given);
            if (page === undefined) return [];
            return [{ title: plainTitle(title), url: page, quote: plainQuote(content) }];
          })
          .slice(0, MAX_HITS);
      });
    },
  };
}
