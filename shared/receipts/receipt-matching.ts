import * as z from 'zod/mini';
import { ownName } from '#shared/products/alias-store.ts';
import { type HouseholdAlias, matchProduct } from '#shared/products/match-product.ts';
import { packageSize } from '#shared/products/package-size.ts';
import { categories } from '#shared/products/product.ts';
import type { ParsedItem, ParsedReceipt } from './receipt.ts';

/** What an item was found to be. */
export interface ItemProduct {
  /** Key of the shipped product; null for unknown ones and the household's own. */
  readonly productKey: string | null;
  /** In Polish for shipped products; null when nobody knows. */
  readonly productName: string | null;
  readonly category: string | null;
  /** What one piece holds: `{value: 500, unit: 'g'}`, from the printed name. */
  readonly pack: { readonly value: number; readonly unit: string } | null;
}

export type MatchedItem = ParsedItem & ItemProduct;

/** Names every item's product; food that nobody knows carries the reason `unknown-product`. */
export function matchItems(
  receipt: ParsedReceipt,
  aliases: readonly HouseholdAlias[],
): MatchedItem[] {
  return receipt.items.map((item) => {
    const product = productOf(item.name, aliases);
    const unknown = item.kind === 'food' && product.productName === null;
    return {
      ...item,
      ...product,
      kind: item.kind === 'food' && isNotEaten(product.category) ? 'non-food' : item.kind,
      reasons: unknown ? [...item.reasons, 'unknown-product'] : item.reasons,
    };
  });
}

export function productOf(name: string, aliases: readonly HouseholdAlias[]): ItemProduct {
  const match = matchProduct(name, aliases);
  const size = packageSize(name);
  return {
    productKey: match.product?.id ?? null,
    productName: match.product?.pl ?? ownName(match.productId),
    category: match.category?.key ?? null,
    pack: size && { value: size.amount * size.count, unit: size.unit },
  };
}

/** Nobody eats what has no shelf life in the category tree. */
function isNotEaten(category: string | null): boolean {
  return category !== null && categories.get(category)?.shelfLife === null;
}

/** The file between two steps; it comes from ourselves, so only its outline is checked. */
export const ParsedFile = z.object({
  receipt: z.custom<ParsedReceipt>((value) => typeof value === 'object' && value !== null),
  reading: z.object({ engine: z.string(), variant: z.string(), text: z.string() }),
});

export const MatchedFile = z.extend(ParsedFile, { items: z.custom<MatchedItem[]>(Array.isArray) });
export type MatchedFile = z.infer<typeof MatchedFile>;
