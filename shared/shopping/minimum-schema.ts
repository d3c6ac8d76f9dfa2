import * as z from 'zod/mini';
import { Quantity } from '#shared/pantry/lot.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { words } from '#shared/schemas/words.ts';

/** What is always to be at home; said again of the same product it takes the place of what was said. */
export const NewMinimum = z.strictObject({ name: words(200), quantity: Quantity });
export type NewMinimum = z.infer<typeof NewMinimum>;

export const MinimumView = z.object({
  id: z.uuid(),
  name: z.string(),
  productId: z.nullable(z.string()),
  quantity: StockAmount,
  /** In the same unit: what of the pantry can be compared with it. */
  inStock: StockAmount,
  /** Null when there is enough. */
  missing: z.nullable(StockAmount),
});
export type MinimumView = z.infer<typeof MinimumView>;
