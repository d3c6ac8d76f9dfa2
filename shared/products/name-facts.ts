import * as z from 'zod/mini';
import { findBrand } from './brand.ts';
import { tokensOf } from './normalise.ts';
import { fatContent, packageSize } from './package-facts.ts';

/** What a printed name says besides what the product is; null where it says nothing. */
export const NameFacts = z.object({
  brand: z.nullable(z.string()),
  fatPercent: z.nullable(z.number()),
  /** `4x125g` is a count of 4 and 125 g. */
  package: z.nullable(z.object({ count: z.number(), value: z.string(), unit: z.string() })),
});
export type NameFacts = z.infer<typeof NameFacts>;

export function nameFacts(name: string): NameFacts {
  const size = packageSize(name);
  return {
    brand: findBrand(tokensOf(name))?.brand.name ?? null,
    fatPercent: fatContent(name),
    package: size && { count: size.count, value: String(size.amount), unit: size.unit },
  };
}
