import * as z from 'zod/mini';
import { kindOf } from '#shared/products/category.ts';
import {
  type EmbeddingCandidates,
  type NearestProduct,
  NO_EMBEDDING_CANDIDATES,
} from '#shared/products/embedding-candidates.ts';
import { type HouseholdAlias, ownName, printedSize } from '#shared/products/household-alias.ts';
import type { ItemKind } from '#shared/products/item-kind.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { type PackageSize, packageSize } from '#shared/products/package-facts.ts';
import type { Place } from '#shared/reading/model/place.ts';
import type { ParsedItem, ParsedReceipt } from '#shared/receipts/model/receipt.ts';

/** What an item was found to be. */
export interface ItemProduct {
  /** Key of the shipped product; null for unknown ones and the household's own. */
  readonly productKey: string | null;
  /** In Polish for shipped products; null when unknown. */
  readonly productName: string | null;
  readonly category: string | null;
  /** What one package holds: `{value: 500, unit: 'g'}`, from the printed name. */
  readonly pack: { readonly value: number; readonly unit: string } | null;
  /** What the household taught such a line is. */
  readonly taughtKind: ItemKind | null;
}

export type MatchedItem = ParsedItem &
  Omit<ItemProduct, 'taughtKind'> & {
    readonly kind: ItemKind;
    /** What an embedding model finds near the name of an unknown product. */
    readonly meanings: readonly NearestProduct[];
  };

/**
 * Names every item's product; unknown food carries the reason `unknown-product`.
 * @param meanings of the {@link unknownNames}; none without an embedding model
 */
export function matchItems(
  receipt: ParsedReceipt,
  aliases: readonly HouseholdAlias[],
  meanings: EmbeddingCandidates = NO_EMBEDDING_CANDIDATES,
): MatchedItem[] {
  return receipt.items.map((item) => {
    const candidates = meanings.get(item.name) ?? [];
    const { taughtKind, ...product } = productOf(item.name, aliases, candidates);
    const kind = taughtKind ?? kindOf(product.category);
    // Of what it said is food the household wants no question: it goes by its printed name.
    const productName = product.productName ?? (taughtKind === 'food' ? item.name : null);
    const unknown = kind === 'food' && productName === null;
    return {
      ...item,
      ...product,
      productName,
      kind,
      meanings: unknown ? candidates : [],
      reasons: unknown ? [...item.reasons, 'unknown-product'] : item.reasons,
    };
  });
}

/** Printed names of food that neither household nor lexicon knows, each once. */
export function unknownNames(
  receipt: ParsedReceipt,
  aliases: readonly HouseholdAlias[],
): readonly string[] {
  const unknown = matchItems(receipt, aliases).filter(({ reasons }) =>
    reasons.includes('unknown-product'),
  );
  return [...new Set(unknown.map(({ name }) => name))];
}

export function productOf(
  name: string,
  aliases: readonly HouseholdAlias[],
  candidates: readonly NearestProduct[] = [],
): ItemProduct {
  const match = matchProduct(name, aliases, candidates);
  const size = packageSize(name);
  return {
    productKey: match.product?.id ?? null,
    productName: match.product?.pl ?? ownName(match.productId),
    category: match.category?.key ?? null,
    pack: taughtPack(name, match.alias) ?? (size && totalSize(size)),
    taughtKind: match.alias?.kind ?? null,
  };
}

/** `4x125 g` are 500 g; reckoned in thousandths, so that 3 × 0.33 l stay 0.99 l. */
function totalSize({ count, amount, unit }: PackageSize) {
  return { value: (Math.round(amount * 1000) * count) / 1000, unit };
}

/** A corrected size holds for names that print the same size, or none, as then. */
function taughtPack(name: string, taught: HouseholdAlias | undefined) {
  return taught?.printedSize === printedSize(name) ? taught.pack : null;
}

/** The file between two steps; it comes from ourselves, so only its outline is checked. */
export const ParsedFile = z.object({
  receipt: z.custom<ParsedReceipt>((value) => typeof value === 'object' && value !== null),
  reading: z.object({ engine: z.string(), variant: z.string(), text: z.string() }),
  /** By the order of the items; none for text without places. */
  places: z._default(z.array(z.custom<Place | null>((value) => typeof value === 'object')), []),
});

export const MatchedFile = z.extend(ParsedFile, { items: z.custom<MatchedItem[]>(Array.isArray) });
export type MatchedFile = z.infer<typeof MatchedFile>;
