import { MIN_DEVIATIONS, type NearestProduct } from '#shared/products/embedding-candidates.ts';
import type { ProductVector } from './embed-products.ts';

/**
 * Products that stand out among all as near to a name, best first, at most five. How near that is, models
 * say on scales of their own: for some 0.8 means nothing, for others 0.5 nearly the same. So each
 * similarity is measured by how far it lies above the mean of all products, in standard deviations.
 * @param name of length 1, as all vectors are
 */
export function nearestProducts(
  name: Float32Array,
  products: readonly ProductVector[],
): NearestProduct[] {
  const cosines = new Map<string, number>();
  for (const { id, vector } of products) {
    cosines.set(id, Math.max(cosines.get(id) ?? -1, cosine(name, vector)));
  }
  const all = [...cosines.values()];
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
  // All alike: the model shows nothing apart, and rounding errors would.
  if (spread < 1e-4) return [];
  return [...cosines]
    .map(([id, one]) => ({ id, deviations: Math.round(((one - mean) / spread) * 100) / 100 }))
    .filter(({ deviations }) => deviations >= MIN_DEVIATIONS)
    .sort((a, b) => b.deviations - a.deviations)
    .slice(0, 5);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
