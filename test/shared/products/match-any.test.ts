import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { matchProduct } from '#shared/products/match-product.ts';
import { nameFacts } from '#shared/products/name-facts.ts';

test('any text is answered, surely or with at most five candidates', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (name) => {
      const { score, candidates, product, productId } = matchProduct(name, []);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(candidates.length).toBeLessThanOrEqual(5);
      expect(product?.id ?? null).toBe(productId);
      nameFacts(name);
    }),
    { numRuns: 500 },
  );
});
