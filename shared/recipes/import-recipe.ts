import { UserError } from '#shared/errors/user-error.ts';
import type { Network } from '#shared/outbound/network.ts';
import { fetchOutbound, textOf } from '#shared/outbound/outbound.ts';
import { outboundError } from '#shared/outbound/outbound-failure.ts';
import { type ReadRecipe, readJsonLd } from './json-ld/read-recipe.ts';
import { jsonLdScripts } from './json-ld/scripts-of-page.ts';
import type { Recipe } from './model/recipe.ts';

const PAGE_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'application/ld+json',
  'application/json',
];
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The recipe of a page, by the JSON-LD in it.
 * @param network for tests; the public internet when left out
 * @throws UserError 400 for what is no address, 422 for one that may not be opened or has no recipe, 503
 *   when the server does not answer
 */
export async function importRecipe(
  url: string,
  network?: Network,
): Promise<ReadRecipe & { readonly source: Recipe['source'] }> {
  const request = { url, accept: PAGE_TYPES, maxBytes: MAX_BYTES, allowHttp: true };
  const answer = await fetchOutbound(request, network);
  if (!answer.ok) throw outboundError(answer);
  if (answer.status !== 200) throw pageFailed(answer.status);
  const text = textOf(answer);
  const isPage = answer.mediaType.includes('html');
  const read = readFirst(isPage ? jsonLdScripts(text) : [text]);
  return {
    ...read,
    source: { name: new URL(answer.url).hostname, url: answer.url, author: read.author },
  };
}

/** Pages hold several scripts, some broken; the first with a recipe counts. */
function readFirst(scripts: readonly string[]): ReadRecipe {
  const values = scripts.flatMap((script) => {
    try {
      return [JSON.parse(script.trim())];
    } catch {
      return []; // not JSON after all
    }
  });
  return readJsonLd(values);
}

function pageFailed(status: number): UserError {
  return new UserError('unprocessable', 'page-failed', {
    pl: `Strona odpowiedziała kodem ${status}.`,
    en: `The page answered with status ${status}.`,
  });
}
