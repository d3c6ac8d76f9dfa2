import { type NearestProduct, withEmbeddingCandidates } from './embedding-candidates.ts';
import type { ProductMatch } from './match-product.ts';
import { ngramCandidates } from './ngram-candidates.ts';
import { bestOf, type Candidate } from './rank.ts';

/**
 * What a person may choose from for a name, best first, at most five: by its words, and when they are
 * not sure also by its letters and by what an embedding model found.
 */
export function choicesOf(
  name: string,
  { productId, candidates }: Pick<ProductMatch, 'productId' | 'candidates'>,
  nearest: readonly NearestProduct[] = [],
): Candidate[] {
  if (productId !== null) return [...candidates];
  const scores = new Map(candidates.map(({ product, score }) => [product, score]));
  for (const { product, score } of ngramCandidates(name)) {
    scores.set(product, Math.max(score, scores.get(product) ?? 0));
  }
  return bestOf(withEmbeddingCandidates(scores, nearest));
}
