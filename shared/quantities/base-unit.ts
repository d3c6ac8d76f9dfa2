/** The unit amounts are compared in, and how many of them one is: a kilogram is 1000 g. */
export function baseUnitOf(unit: string): readonly [unit: string, factor: number] {
  return unit === 'kg' ? ['g', 1000] : unit === 'l' ? ['ml', 1000] : [unit, 1];
}

/** To the thousandth, as the API writes amounts that were reckoned with plain numbers. */
export function writtenAmount(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
