import { gramsIn } from '#shared/recipes/rank/convert-number.ts';

/** How many of one base unit another is, of this product; nothing where they cannot be compared. */
export function unitRatio(from: string, to: string, productId: string | null): number | undefined {
  if (from === to) return 1;
  const [grams, each] = [gramsIn(from, productId, null), gramsIn(to, productId, null)];
  return grams === null || each === null ? undefined : grams / each;
}
