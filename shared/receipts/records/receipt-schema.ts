import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { ITEM_KINDS } from '#shared/products/item-kind.ts';
import { NameFacts } from '#shared/products/name-facts.ts';
import { STOCK_UNITS } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';
import { words } from '#shared/schemas/words.ts';

const Quantity = z.object({ value: z.string(), unit: z.string() });

const ReceiptItem = z.object({
  id: z.uuid(),
  line: z.number(),
  name: z.string(),
  product: z.nullable(z.object({ id: z.nullable(z.string()), name: z.string() })),
  category: z.nullable(z.string()),
  /** Facts in the printed name besides the product. */
  printed: NameFacts,
  kind: z.enum(ITEM_KINDS),
  quantity: Quantity,
  unitPrice: Money,
  gross: Money,
  discount: Money,
  net: Money,
  vat: z.nullable(z.string()),
  confidence: z.number(),
  reasons: z.array(z.string()),
  /** What arithmetic corrected: as it was read, and as it is taken. */
  repairs: z.array(z.object({ field: z.string(), read: z.string(), now: z.string() })),
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
  purchasedAt: z.nullable(z.string()),
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
  image: z.object({ url: z.string() }),
  uploadId: z.uuid(),
  /** The first photograph of the same purchase. */
  duplicateOf: z.nullable(z.uuid()),
  /** When its food went into the pantry. */
  stockedAt: z.nullable(z.string()),
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
      /^\d{1,5}\.\d{2}$/,
      'Kwota jak 12.49, najwyżej 99999.99. / An amount like 12.49, at most 99999.99.',
    ),
  );
const Units = z.enum(STOCK_UNITS);
/** More than nothing, less than a million, to the thousandth. */
const Decimal = z
  .string()
  .check(
    z.regex(
      /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/,
      'Liczba większa od 0, jak 1 albo 0.512. / A number above 0, like 1 or 0.512.',
    ),
  );
/** A corrected line, named by its id; what is left out stays. */
export const ItemChange = z.strictObject({
  id: z.uuid(),
  name: z.optional(ShortText),
  /** What it really is: a shipped product by id, or the household's own word for it. */
  product: z.optional(
    z.union([z.strictObject({ id: ShortText }), z.strictObject({ name: ShortText })]),
  ),
  /** Key of the category tree, where the product's own does not fit. */
  category: z.optional(ShortText),
  quantity: z.optional(z.strictObject({ value: Decimal, unit: Units })),
  /** What one package holds. */
  package: z.optional(
    z.strictObject({ value: Decimal, unit: z.enum(['g', 'kg', 'ml', 'l', 'szt']) }),
  ),
  gross: z.optional(Amount),
  discount: z.optional(Amount),
  kind: z.optional(z.enum(ITEM_KINDS)),
  remove: z.optional(z.literal(true)),
});
export type ItemChange = z.infer<typeof ItemChange>;

/** A line that is printed and was not read. */
export const NewItem = z.strictObject({
  name: ShortText,
  product: z.optional(
    z.union([z.strictObject({ id: ShortText }), z.strictObject({ name: ShortText })]),
  ),
  quantity: z._default(z.strictObject({ value: Decimal, unit: Units }), {
    value: '1',
    unit: 'szt',
  }),
  gross: Amount,
  discount: z._default(Amount, '0.00'),
  vat: z.optional(z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G'])),
  kind: z.optional(z.enum(ITEM_KINDS)),
});
export type NewItem = z.infer<typeof NewItem>;

export const ReceiptChange = z.strictObject({
  merchant: z.optional(z.strictObject({ name: ShortText })),
  date: z.optional(Day),
  total: z.optional(Amount),
  items: z.optional(z.array(ItemChange).check(z.maxLength(500))),
  add: z.optional(z.array(NewItem).check(z.maxLength(100))),
  /** Confirms it in the same call, once everything else is corrected. */
  confirm: z.optional(z.literal(true)),
});
export type ReceiptChange = z.infer<typeof ReceiptChange>;

/** What a doubtful line may be; best first. */
const Candidate = z.object({ id: z.string(), name: z.string(), score: z.number() });

/** What a person is asked to review, and nothing else. */
export const Review = z.object({
  receiptId: z.uuid(),
  status: z.enum(['done', 'needs-review']),
  /** Of the receipt as a whole: `no-date`, `does-not-balance` … */
  reasons: z.array(z.string()),
  total: z.nullable(Money),
  balance: z.object({ ok: z.boolean(), difference: z.nullable(Money) }),
  lines: z.array(
    z.extend(ReceiptItem, {
      /** The line as it was photographed; null where its place is unknown. */
      image: z.nullable(z.string()),
      candidates: z.array(Candidate),
    }),
  ),
});
export type Review = z.infer<typeof Review>;

export const Confirmation = z.object({ bookingIds: z.array(z.uuid()) });
