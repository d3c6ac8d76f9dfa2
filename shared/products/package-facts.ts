import type { StockUnit } from '#shared/quantities/stock-unit.ts';

/** What a name says about the package: `4x125g` is `{count: 4, amount: 125, unit: 'g'}`. */
export interface PackageSize {
  readonly count: number;
  readonly amount: number;
  readonly unit: StockUnit;
}

/**
 * A size needs its unit: `30X5` is a format, `3,2%` a fat content, `TYP 500` a kind of flour. The
 * count may stand before (`4X125G`) or after (`125G X4`).
 */
const SIZE =
  /(?:(?<![\d,.])(\d{1,2})\s?[xX*]\s?)?(?<![\d,.])(\d{1,4}(?:[.,]\d{1,3})?)\s?(kg|dag|g|ml|cl|l|szt)(?![a-zżźćńółęąś])(?:\s?[xX*]\s?(\d{1,2})(?!\d))?/i;
/** How much of the unit we keep one printed unit is. */
const UNITS: ReadonlyMap<string, readonly [StockUnit, number]> = new Map([
  ['kg', ['kg', 1]],
  ['dag', ['g', 10]],
  ['g', ['g', 1]],
  ['l', ['l', 1]],
  ['cl', ['ml', 10]],
  ['ml', ['ml', 1]],
  ['szt', ['szt', 1]],
]);

/** The first size a name prints; null when it prints none. `6 SZT` is one package of six pieces. */
export function packageSize(name: string): PackageSize | null {
  const [, before, printed = '', unitText = '', after] = SIZE.exec(name.slice(0, 120)) ?? [];
  const [unit, factor] = UNITS.get(unitText.toLowerCase()) ?? [];
  const amount = Number(printed.replace(',', '.'));
  if (unit === undefined || factor === undefined || !(amount > 0)) return null;
  const count = Number(before ?? after ?? 1);
  return count > 0 ? { count, amount: amount * factor, unit } : null;
}

/** Fat content in per cent: `MLEKO 3,2%` → 3.2; null when none is printed. */
export function fatContent(name: string): number | null {
  const found = /(?<![\d,.])(\d{1,2}(?:[.,]\d)?)\s?%/.exec(name.slice(0, 120));
  return found === null ? null : Number((found[1] ?? '').replace(',', '.'));
}
