import { convert } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import { ONE } from '#shared/quantities/rational.ts';

const known = new Map<string, number | null>();

/**
 * How many grams one of a unit is, of this item; null when it is not known. Plain numbers, because
 * ranking compares thousands of amounts and books none.
 */
export function gramsIn(
  unit: string,
  productId: string | null,
  category: string | null,
): number | null {
  const key = `${unit}|${productId ?? ''}|${category ?? ''}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const facts = foodFacts(productId, category);
  const one = convert({ value: ONE, unit }, 'g', facts === undefined ? {} : { facts });
  const grams = one.ok ? Number(one.value.n) / Number(one.value.d) : null;
  if (known.size > 20_000) known.clear(); // categories come from lots, so the keys are not ours to bound
  known.set(key, grams);
  return grams;
}
