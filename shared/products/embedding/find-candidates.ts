import type { Embedder, EmbeddingResult } from '#shared/llm/embedder.ts';
import {
  type EmbeddingCandidates,
  type NearestProduct,
  NO_EMBEDDING_CANDIDATES,
} from '#shared/products/embedding-candidates.ts';
import { log } from '#shared/telemetry/log.ts';
import { type EmbeddedProducts, embedProducts, type ProductVector } from './embed-products.ts';
import { embeddingText } from './embedding-text.ts';
import { nearestProducts } from './nearest-products.ts';

type Found =
  | { readonly ok: true; readonly meanings: EmbeddingCandidates }
  | Extract<EmbeddingResult, { ok: false }>;

/**
 * Asks an embedding model what printed names mean. Without a model, and when it fails in whatever way,
 * no name means anything, which is how it is without models; the log says so once.
 * The products' places are read once and kept as long as what this returns, whose signal ends the
 * waiting: a slow machine gets the same answers as a quick one while the caller has time.
 */
export function embeddingCandidateFinder(
  embedder: Embedder | undefined,
): (names: readonly string[], signal: AbortSignal) => Promise<EmbeddingCandidates> {
  let productVectors: readonly ProductVector[] | undefined;
  return async (names, signal) => {
    const asked = names.filter((name) => embeddingText(name) !== '');
    if (embedder === undefined || asked.length === 0) return NO_EMBEDDING_CANDIDATES;
    const products: EmbeddedProducts =
      productVectors === undefined
        ? await embedProducts(embedder, signal)
        : { ok: true, placed: productVectors };
    if (products.ok) productVectors = products.placed;
    const found = products.ok ? await find(asked, embedder, products.placed, signal) : products;
    if (found.ok) return found.meanings;
    const { why, detail } = found;
    log.warn('Names are matched without embeddings', { model: embedder.model, why, detail });
    return NO_EMBEDDING_CANDIDATES;
  };
}

async function find(
  names: readonly string[],
  embedder: Embedder,
  productVectors: readonly ProductVector[],
  signal: AbortSignal,
): Promise<Found> {
  const texts = names.map(embeddingText);
  const embedded = await embedder.embed(texts, 'query', signal);
  if (!embedded.ok) return embedded;
  const [asked, kept] = [embedded.vectors[0]?.length, productVectors[0]?.vector.length];
  if (asked !== kept) {
    const detail = `${asked} dimensions, and ${kept} are kept of products`;
    return { ok: false, why: 'invalid', detail };
  }
  const candidates = new Map<string, readonly NearestProduct[]>();
  for (const [at, vector] of embedded.vectors.entries()) {
    candidates.set(names[at] ?? '', nearestProducts(vector, productVectors));
  }
  return { ok: true, meanings: candidates };
}
