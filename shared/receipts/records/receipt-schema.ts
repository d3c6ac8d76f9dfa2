import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { Quantity } from '#shared/pantry/lot.ts';
import { ItemKind } from '#shared/products/item-kind.ts';
import { NameFacts } from '#shared/products/name-facts.ts';
import { MatchedProduct, ProductCandidate } from '#shared/products/product-ref.ts';
import { PrintedAmount } from '#shared/quantities/stock-unit.ts';
import { ByName } from '#shared/schemas/by-name.ts';
import { Day } from '#shared/schemas/day.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { words } from '#shared/schemas/words.ts';

/** What arithmetic corrected: as it was read, and as it is taken. */
export const Repair = z.object({ field: z.string(), read: z.string(), now: z.string() });

export const ReceiptItem = z.object({
  id: z.uuid(),
  line: z.number(),
  name: z.string(),
  product: z.nullable(MatchedProduct),
  category: z.nullable(z.string()),
  /** Facts in the printed name besides the product. */
  printed: NameFacts,
  kind: ItemKind,
  quantity: PrintedAmount,
  unitPrice: Money,
  gross: Money,
  discount: Money,
  net: Money,
  vat: z.nullable(z.string()),
  confidence: z.number(),
  reasons: z.array(z.string()),
  repairs: z.array(Repair),
});

export const Receipt = z.object({
  id: z.uuid(),
  status: z.enum(['done', 'needs-review']),
  merchant: z.object({
    name: z.nullable(z.string()),
    chain: z.nullable(z.string()),
    nip: z.nullable(z.string()),
    address: z.nullable(z.string()),
  }),
  /** With the shop's offset; the day alone when no time was printed. */
  purchasedAt: z.nullable(z.union([Instant, z.iso.date()])),
  receiptNumber: z.nullable(z.string()),
  currency: z.string(),
  items: z.array(ReceiptItem),
  deposits: z.array(z.object({ name: z.string(), amount: Money })),
  taxes: z.array(
    z.object({ letter: z.string(), rate: z.nullable(z.number()), amount: z.nullable(Money) }),
  ),
  total: z.nullable(Money),
  payment: z.nullable(z.string()),
  balance: z.object({ ok: z.boolean(), difference: z.nullable(Money) }),
  reasons: z.array(z.string()),
  reading: z.object({ engine: z.string(), variant: z.string(), text: z.string() }),
  image: z.object({ url: z.url() }),
  uploadId: z.uuid(),
  /** The first photograph of the same purchase. */
  duplicateOf: z.nullable(z.uuid()),
  /** When its food went into the pantry. */
  stockedAt: z.nullable(Instant),
});
export type Receipt = z.infer<typeof Receipt>;

export const ReceiptSummary = z.pick(Receipt, {
  id: true,
  status: true,
  merchant: true,
  purchasedAt: true,
  total: true,
  balance: true,
  uploadId: true,
});

const ShortText = words(200);
/** A decimal amount as it is printed, up to 99,999.99. */
const Amount = z
  .string()
  .check(
    z.regex(
      /^[0-9]{1,5}\.[0-9]{2}$/,
      'Kwota jak 12.49, najwyżej 99999.99. / An amount like 12.49, at most 99999.99.',
    ),
  );
/** What a line really is: a shipped product by id, or the household's own word for it. */
export const ItemProduct = z.union([z.strictObject({ id: ShortText }), ByName]);
/** A corrected line, named by its id; what is left out stays. */
export const ItemChange = z.strictObject({
  id: z.uuid(),
  name: z.optional(ShortText),
  product: z.optional(ItemProduct),
  /** Key of the category tree, where the product's own does not fit. */
  category: z.optional(ShortText),
  quantity: z.optional(Quantity),
  /** What one package holds. */
  package: z.optional(
    z.strictObject({
      value: Quantity.shape.value,
      unit: z.enum(['g', 'kg', 'ml', 'l', 'szt']),
    }),
  ),
  gross: z.optional(Amount),
  discount: z.optional(Amount),
  kind: z.optional(ItemKind),
  remove: z.optional(z.literal(true)),
});
export type ItemChange = z.infer<typeof ItemChange>;

/** A line that is printed and was not read. */
export const NewItem = z.strictObject({
  name: ShortText,
  product: z.optional(ItemProduct),
  quantity: z._default(Quantity, {
    value: '1',
    unit: 'szt',
  }),
  gross: Amount,
  discount: z._default(Amount, '0.00'),
  vat: z.optional(z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G'])),
  kind: z.optional(ItemKind),
});
export type NewItem = z.infer<typeof NewItem>;

export const ReceiptChange = z.strictObject({
  merchant: z.optional(ByName),
  date: z.optional(Day),
  total: z.optional(Amount),
  items: z.optional(z.array(ItemChange).check(z.maxLength(500))),
  add: z.optional(z.array(NewItem).check(z.maxLength(100))),
  /** Confirms it in the same call, once everything else is corrected. */
  confirm: z.optional(z.literal(true)),
});
export type ReceiptChange = z.infer<typeof ReceiptChange>;

/** A doubtful line, with what it may be; the best first. */
export const ReviewLine = z.extend(ReceiptItem, {
  /** The line as it was photographed; null where its place is unknown. */
  image: z.nullable(z.string()),
  candidates: z.array(ProductCandidate),
});

/** What a person is asked to review, and nothing else. */
export const Review = z.object({
  receiptId: z.uuid(),
  status: z.enum(['done', 'needs-review']),
  /** Of the receipt as a whole: `no-date`, `does-not-balance` … */
  reasons: z.array(z.string()),
  total: z.nullable(Money),
  balance: Receipt.shape.balance,
  lines: z.array(ReviewLine),
});
export type Review = z.infer<typeof Review>;

export const Confirmation = z.object({ bookingIds: z.array(z.uuid()) });
