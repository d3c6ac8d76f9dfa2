import * as z from 'zod/mini';
import { Location } from '#shared/products/location.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';

/** A lot, or a part of it, as it was, will be or is. */
export const LotView = z.object({
  quantity: StockAmount,
  location: Location,
  isOpen: z.boolean(),
  expires: z.nullable(Day),
});
export type LotView = z.infer<typeof LotView>;

/** What confirming a proposal does to one lot. */
export const LotDiff = z.object({
  /** Null for a lot that is new. */
  lotId: z.nullable(z.uuid()),
  product: z.string(),
  /** What comes or, below zero, goes; 0 where it only moves. */
  change: StockAmount,
  before: z.nullable(LotView),
  after: LotView,
  /** What becomes a lot of its own: the part that is moved or opened. */
  part: z.nullable(LotView),
});
export type LotDiff = z.infer<typeof LotDiff>;

export const LotsDiff = z.object({ lots: z.array(LotDiff) });
