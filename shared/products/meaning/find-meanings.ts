import type { Embedder, EmbeddingResult } from '#shared/llm/embedder.ts';
import { log } from '#shared/telemetry/log.ts';
import { type Meanings, type Meant, NO_MEANINGS } from '../meant.ts';
import { nearest } from './nearest.ts';
import { type Placed, type PlacedProducts, placeProducts } from './place-products.ts';
import { spokenName } from './spoken-name.ts';

type Found =
  | { readonly ok: true; readonly meanings: Meanings }
  | Extract<EmbeddingResult, { ok: false }>;

/**
 * Asks an embedding model what printed names mean. Without a model, and when it fails in whatever way,
 * no name means anything, which is how it is without models; the log says so once.
 * The products' places are read once and kept as long as what this returns, whose signal ends the
 * waiting: a slow machine gets the same answers as a quick one while the caller has time.
 */
export function meaningFinder(
  embedder: Embedder | undefined,
): (names: readonly string[], signal: AbortSignal) => Promise<Meanings> {
  let placed: readonly Placed[] | undefined;
  return async (names, signal) => {
    const said = names.filter((name) => spokenName(name) !== '');
    if (embedder === undefined || said.length === 0) return NO_MEANINGS;
    const products: PlacedProducts =
      placed === undefined ? await placeProducts(embedder, signal) : { ok: true, placed };
    if (products.ok) placed = products.placed;
    const found = products.ok ? await find(said, embedder, products.placed, signal) : products;
    if (found.ok) return found.meanings;
    const { why, detail } = found;
    log.warn('Names are matched without embeddings', { model: embedder.model, why, detail });
    return NO_MEANINGS;
  };
}

async function find(
  names: readonly string[],
  embedder: Embedder,
  placed: readonly Placed[],
  signal: AbortSignal,
): Promise<Found> {
  const texts = names.map(spokenName);
  const embedded = await embedder.embed(texts, 'query', signal);
  if (!embedded.ok) return embedded;
  const [asked, kept] = [embedded.vectors[0]?.length, placed[0]?.vector.length];
  if (asked !== kept) {
    const detail = `${asked} dimensions, and ${kept} are kept of products`;
    return { ok: false, why: 'invalid', detail };
  }
  const meanings = new Map<string, readonly Meant[]>();
  for (const [at, vector] of embedded.vectors.entries()) {
    meanings.set(names[at] ?? '', nearest(vector, placed));
  }
  return { ok: true, meanings };
}
