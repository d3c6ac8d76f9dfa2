import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { StockUnit } from '#shared/quantities/stock-unit.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';
import { words } from '#shared/schemas/words.ts';
import { ItemKind } from './item-kind.ts';
import { Location } from './location.ts';
import { ProductCandidate, ProductRef } from './product-ref.ts';

/** One product a search found. */
export const ProductHit = z.object({
  /** Null for the household's own. */
  id: z.nullable(z.string()),
  name: z.string(),
  category: z.nullable(z.object({ key: z.string(), name: z.string(), parent: z.string() })),
  kind: ItemKind,
  location: Location,
  unit: StockUnit,
  source: z.enum(['shipped', 'household']),
  /** 0 … 1. */
  score: z.number(),
});
export type ProductHit = z.infer<typeof ProductHit>;

export const ProductSearch = z.strictObject({
  q: words(100),
  limit: z._default(wholeNumber(1, 100), 20),
});

/** As it was scanned or typed; what is no barcode is answered so, not that there is no such address. */
export const Gtin = z.object({ gtin: z.string().check(z.maxLength(40)) });

export const TradeItem = z.object({
  kind: z.literal('gtin'),
  gtin: z.string(),
  name: z.nullable(z.string()),
  brand: z.nullable(z.string()),
  /** As printed: `4 x 125 g`. */
  quantity: z.nullable(z.string()),
  /** The shipped product it seems to be; null when that is not sure. */
  product: z.nullable(ProductRef),
  category: z.nullable(z.string()),
  candidates: z.array(ProductCandidate),
  /** As Open Food Facts has them; what is not listed may still be in it. */
  facts: z.object({
    categories: z.array(z.string()),
    allergens: z.array(z.string()),
    traces: z.array(z.string()),
  }),
  source: z.object({ name: z.string(), licence: z.string(), url: z.string() }),
  fetchedAt: Instant,
});

/** A number of one shop: what it sells under it, only the shop knows. */
export const InStoreItem = z.object({
  kind: z.literal('in-store'),
  gtin: z.string(),
  productCode: z.string(),
  field: z.enum(['none', 'price', 'weight', 'unknown']),
  value: z.string(),
  price: z.nullable(Money),
  quantity: z.nullable(z.object({ value: z.string(), unit: z.literal('g') })),
});

export const FoundGtin = z.union([TradeItem, InStoreItem]);
export type FoundGtin = z.infer<typeof FoundGtin>;
