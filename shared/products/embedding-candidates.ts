import { type Product, products } from './product.ts';
import { type Candidate, MIN_MARGIN, type Ranked } from './rank.ts';

/** A product that an embedding model finds near a printed name. */
export interface NearestProduct {
  readonly id: string;
  /** How far its nearness lies above the mean of all products, in standard deviations. */
  readonly deviations: number;
}

/** By the printed name; names that were not asked about are missing. */
export type EmbeddingCandidates = ReadonlyMap<string, readonly NearestProduct[]>;

export const NO_EMBEDDING_CANDIDATES: EmbeddingCandidates = new Map();

/** Nearer than this by mere chance is one of 900 products. */
export const MIN_DEVIATIONS = 3;
/** How far the model's first must lie before its second. */
const MIN_LEAD = 1;
/** Below this a fuzzy match says too little to be confirmed. */
const MIN_FUZZY_SCORE = 0.7;

/**
 * Known scores and what a model says as one list, best first. What a model alone says stays below what
 * counts as sure; two witnesses of one product are worth what two independent ones are.
 */
export function withEmbeddingCandidates(
  known: ReadonlyMap<Product, number>,
  nearest: readonly NearestProduct[],
): Candidate[] {
  const scores = new Map(known);
  for (const { id, deviations } of nearest) {
    const product = products().get(id);
    if (product === undefined) continue; // the lexicon had it when the model was asked
    const doubt = 1 - Math.min(deviations / 10, 0.79);
    scores.set(product, 1 - doubt * (1 - (scores.get(product) ?? 0)));
  }
  return [...scores]
    .map(([product, score]) => ({ product, score }))
    .sort((a, b) => b.score - a.score);
}

/**
 * The fuzzy match that a model confirms: both have the same first, and neither hesitates. No threshold
 * on nearness could be measured here, so a model alone decides nothing.
 */
export function confirmedByEmbedding(
  [best, second]: readonly Ranked[],
  [first, next]: readonly NearestProduct[],
): Ranked | undefined {
  if (best === undefined || first?.id !== best.product.id || best.general) return undefined;
  if (best.score < MIN_FUZZY_SCORE || best.score - (second?.score ?? 0) < MIN_MARGIN)
    return undefined;
  return first.deviations - (next?.deviations ?? MIN_DEVIATIONS) < MIN_LEAD ? undefined : best;
}
