import { UserError } from '#shared/errors/user-error.ts';
import type { Network } from '#shared/outbound/network.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { outboundError } from '#shared/outbound/outbound-failure.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { pageText } from './page-text.ts';
import { readPage } from './read-page.ts';
import { type ReadRecipe, readDescription } from './read-recipe.ts';
import { tolerantJson } from './tolerant-json.ts';

const PAGE_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'application/ld+json',
  'application/json',
];
const MAX_MEGABYTES = 5;

export interface ImportedRecipe extends ReadRecipe {
  readonly source: Recipe['source'];
}

/**
 * The recipe at an address; `https://` may be left out.
 * @param network for tests; the public internet when left out
 * @throws UserError 400 for what is no address, 422 for one that may not be opened or has no recipe, 503
 *   when the server does not answer
 */
export async function importRecipe(url: string, network?: Network): Promise<ImportedRecipe> {
  const request = {
    url: completed(url),
    accept: PAGE_TYPES,
    maxBytes: MAX_MEGABYTES * 1024 * 1024,
    allowHttp: true,
  };
  const answer = await fetchOutbound(request, network);
  if (!answer.ok) throw answer.reason === 'too-large' ? tooLarge() : outboundError(answer);
  if (answer.status !== 200) throw pageFailed(answer.status);
  const text = pageText(answer.bytes, answer.charset);
  const read = answer.mediaType.includes('html')
    ? readPage(text)
    : readDescription(tolerantJson(text));
  return {
    ...read,
    source: { name: new URL(answer.url).hostname, url: answer.url, author: read.author },
  };
}

/** `kuchnia.pl/zurek` as people write it. */
function completed(address: string): string {
  const [host = ''] = address.trim().split('/');
  return host.includes('.') && !host.includes(':') ? `https://${address.trim()}` : address;
}

function tooLarge(): UserError {
  return new UserError('unprocessable', 'outbound-too-large', {
    pl: `Strona ma więcej niż ${MAX_MEGABYTES} MB. Wklej sam przepis jako tekst.`,
    en: `The page has more than ${MAX_MEGABYTES} MB. Paste the recipe itself as text.`,
  });
}

function pageFailed(status: number): UserError {
  return new UserError('unprocessable', 'page-failed', {
    pl: `Strona odpowiedziała kodem ${status}. Możesz wkleić przepis jako tekst.`,
    en: `The page answered with status ${status}. You can paste the recipe as text.`,
  });
}
