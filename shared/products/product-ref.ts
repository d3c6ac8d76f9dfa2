import * as z from 'zod/mini';

/** A shipped product, as replies name it. */
export const ProductRef = z.object({ id: z.string(), name: z.string() });

/** A shipped product, or one of the household's own: without an id. */
export const MatchedProduct = z.object({ id: z.nullable(z.string()), name: z.string() });

/** A product that something may be; 0 … 1. */
export const ProductCandidate = z.extend(ProductRef, { score: z.number() });
