import * as z from 'zod/mini';

/** The units of quantities in the API, and of all stock arithmetic. */
export const STOCK_UNITS = ['g', 'kg', 'ml', 'l', 'szt', 'opak'] as const;
export const StockUnit = z.enum(STOCK_UNITS);
export type StockUnit = z.infer<typeof StockUnit>;

/** An amount in a reply. */
export const StockAmount = z.object({ value: z.string(), unit: StockUnit });

/** An amount in a reply in whatever unit was printed. */
export const PrintedAmount = z.object({ value: z.string(), unit: z.string() });
