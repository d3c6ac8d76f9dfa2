/** The units of quantities in the API, and of all stock arithmetic. */
export const STOCK_UNITS = ['g', 'kg', 'ml', 'l', 'szt', 'opak'] as const;
export type StockUnit = (typeof STOCK_UNITS)[number];
