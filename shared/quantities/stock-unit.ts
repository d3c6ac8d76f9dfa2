/** The units of quantities in the API, and of all stock arithmetic. */
export type StockUnit = 'g' | 'kg' | 'ml' | 'l' | 'szt' | 'opak';
