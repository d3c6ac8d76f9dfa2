import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { PageQuery } from '#shared/paging/page.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';

const Days = z.strictObject({ from: z.optional(Day), to: z.optional(Day) });

export const SpendingQuery = z.extend(Days, {
  by: z._default(z.enum(['category', 'merchant', 'product', 'month']), 'category'),
});
export type SpendingQuery = z.infer<typeof SpendingQuery>;

export const WasteQuery = z.extend(Days, {
  by: z._default(z.enum(['product', 'category', 'reason', 'month']), 'product'),
});
export type WasteQuery = z.infer<typeof WasteQuery>;

const Name = z.string().check(z.minLength(1), z.maxLength(200));

/** By the id of a shipped product, or by the name of a household's own. */
export const PriceQuery = z.extend(PageQuery, {
  ...Days.shape,
  product: z.optional(Name),
  name: z.optional(Name),
});
export type PriceQuery = z.infer<typeof PriceQuery>;

/** `key` is null for what has none: no category, no reason, an unreadable shop. */
const group = { key: z.nullable(z.string()), name: z.nullable(z.string()) };

export const Spending = z.object({
  from: z.string(),
  to: z.string(),
  by: z.string(),
  items: z.array(z.object({ ...group, total: Money, receipts: z.int(), lines: z.int() })),
  /** One per currency. */
  totals: z.array(Money),
  /** Receipts of these days that wait for a person; they are not counted. */
  unconfirmed: z.int(),
});

export const Waste = z.object({
  from: z.string(),
  to: z.string(),
  by: z.string(),
  items: z.array(
    z.object({
      ...group,
      amounts: z.array(StockAmount),
      value: z.array(Money),
      times: z.int(),
      /** How many of these had no receipt to say what they cost. */
      unpriced: z.int(),
    }),
  ),
  totals: z.array(Money),
});

export const Per = z.enum(['kg', 'l', 'szt', 'opak']);

export const Prices = z.object({
  items: z.array(
    z.object({
      day: z.string(),
      merchant: z.nullable(z.string()),
      name: z.string(),
      receiptId: z.uuid(),
      paid: Money,
      quantity: StockAmount,
      /** What a kilogram, a litre or a piece cost, discounts taken off. */
      price: Money,
      per: Per,
    }),
  ),
  next: z.nullable(z.string()),
  summary: z.array(
    z.object({
      per: Per,
      times: z.int(),
      lowest: Money,
      median: Money,
      highest: Money,
      latest: Money,
    }),
  ),
});
