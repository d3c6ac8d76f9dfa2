import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { pageAddress, plainQuote, plainTitle } from './plain-quote.ts';
import { askServer, type SearchServerDeps } from './search-server.ts';
import { MAX_HITS, type WebHit, type WebSearch } from './web-hit.ts';

/** Of which each language has its own; a configured address says where the language stands in it. */
const SERVER = 'https://{language}.wikipedia.org';

const Pages = z.object({
  /** That this is all, as it is where nothing was found. */
  batchcomplete: z.optional(z.boolean()),
  /** Left out where nothing was found. */
  query: z.optional(
    z.object({
      pages: z
        .array(
          z.object({
            index: z.int(),
            title: z.string(),
            extract: z.optional(z.string()),
            fullurl: z.string(),
          }),
        )
        .check(z.maxLength(50)),
    }),
  ),
});
/** What MediaWiki says of a question it does not understand, with status 200. */
const Refused = z.object({ error: z.object({ code: z.string() }) });

/** Wikipedia in the language that is asked for, which needs no key. @see https://www.mediawiki.org/wiki/API:Search */
export function wikipedia(deps: SearchServerDeps): WebSearch {
  return {
    name: 'Wikipedia',
    async find(words, language) {
      const configured = process.env[ENV.wikipediaUrl];
      const base = new URL((configured ?? SERVER).replace('{language}', language));
      const server = { name: `web/wikipedia-${language}`, base, isOwn: configured !== undefined };
      return await askServer(server, questionOf(words), deps, readPages);
    },
  };
}

/** The first sentences of the pages that fit best, in one question. */
function questionOf(words: string): string {
  const query = new URLSearchParams({
    action: 'query',
    format: 'json',
    formatversion: '2',
    generator: 'search',
    gsrsearch: words,
    gsrlimit: String(MAX_HITS),
    prop: 'extracts|info',
    inprop: 'url',
    exintro: '1',
    explaintext: '1',
    exsentences: '3',
    exlimit: 'max',
    redirects: '1',
  });
  return `/w/api.php?${query}`;
}

function readPages(json: unknown): WebHit[] | undefined {
  if (Refused.safeParse(json).success) return undefined;
  const answer = Pages.safeParse(json);
  if (!answer.success) return undefined;
  const { query, batchcomplete } = answer.data;
  if (query === undefined && batchcomplete !== true) return undefined;
  const pages = query?.pages ?? [];
  return pages
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ title, extract, fullurl }) => {
      const url = pageAddress(fullurl);
      return url === undefined
        ? []
        : [{ title: plainTitle(title), url, quote: plainQuote(extract) }];
    });
}
