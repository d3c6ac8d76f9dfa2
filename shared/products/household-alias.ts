import { distance, fold } from '#shared/receipts/fold.ts';
import { normaliseName } from './normalise.ts';
import { packageSize } from './package-facts.ts';

/** What a household taught about a printed name; it beats everything shipped. */
export interface HouseholdAlias {
  /** The spelling it was taught for; compared folded. */
  readonly alias: string;
  /** A shipped product's id, a name of the household's own (alias-store.ts), or nothing taught. */
  readonly productId: string | null;
  readonly category?: string | null;
  readonly kind?: 'food' | 'non-food' | 'bag' | 'service' | null;
  /** What one piece holds. */
  readonly pack?: { readonly value: number; readonly unit: string } | null;
  /** The size that was printed when the pack was taught; it holds for this one alone. */
  readonly printedSize?: string;
}

/** The printed size as lessons keep it: `4x125 g`; empty when the name prints none. */
export function printedSize(name: string): string {
  const size = packageSize(name);
  return size === null ? '' : `${size.count}x${size.amount} ${size.unit}`;
}

/**
 * The lesson for this name: for its very spelling, else for one that OCR may have made of it. One
 * misread letter is allowed from eight letters on, two from sixteen; two lessons equally near are
 * no lesson.
 */
export function findTaught<Alias extends HouseholdAlias>(
  name: string,
  aliases: readonly Alias[],
): Alias | undefined {
  if (aliases.length === 0) return undefined;
  const wanted = normaliseName(name);
  if (wanted === '') return undefined;
  const same = aliases.find(({ alias }) => normaliseName(alias) === wanted);
  if (same !== undefined) return same;
  const folded = fold(wanted);
  const limit = folded.length >= 16 ? 2 : folded.length >= 8 ? 1 : 0;
  const near = aliases
    .map((alias) => ({ alias, edits: distance(folded, fold(normaliseName(alias.alias)), limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = near;
  const twofold = second !== undefined && first?.edits === second.edits;
  return twofold && first?.alias.productId !== second.alias.productId ? undefined : first?.alias;
}
