import type { ProductMatch } from './match-product.ts';
import { type Meant, withMeant } from './meant.ts';
import { bestOf, type Candidate } from './rank.ts';
import { resembling } from './resembling.ts';

/**
 * What a person may choose from for a name, best first, at most five: by its words, and when they are
 * not sure also by its letters and by what an embedding model found.
 */
export function choicesOf(
  name: string,
  { productId, candidates }: Pick<ProductMatch, 'productId' | 'candidates'>,
  meant: readonly Meant[] = [],
): Candidate[] {
  if (productId !== null) return [...candidates];
  const scores = new Map(candidates.map(({ product, score }) => [product, score]));
  for (const { product, score } of resembling(name)) {
    scores.set(product, Math.max(score, scores.get(product) ?? 0));
  }
  return bestOf(withMeant(scores, meant));
}
