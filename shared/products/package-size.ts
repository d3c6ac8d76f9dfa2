import type { Unit } from '#shared/receipts/receipt.ts';

/** What a name says about the package: `4x125g` is `{count: 4, amount: 125, unit: 'g'}`. */
export interface PackageSize {
  readonly count: number;
  readonly amount: number;
  readonly unit: Unit;
}

/** A size needs its unit: `30X5` is a format, `3,2%` a fat content. */
const SIZE =
  /(?:(?<!\d)(\d{1,2})\s?[xX*]\s?)?(?<![\d,.])(\d{1,4}(?:[.,]\d{1,3})?)\s?(kg|g|ml|l|szt)(?![a-zżźćńółęąś])/i;
const UNITS = new Map<string, Unit>([
  ['kg', 'kg'],
  ['g', 'g'],
  ['ml', 'ml'],
  ['l', 'l'],
  ['szt', 'szt'],
]);

export function packageSize(name: string): PackageSize | null {
  const found = SIZE.exec(name.slice(0, 120));
  const unit = UNITS.get((found?.[3] ?? '').toLowerCase());
  const amount = Number((found?.[2] ?? '').replace(',', '.'));
  if (unit === undefined || !(amount > 0)) return null;
  return { count: Number(found?.[1] ?? 1), amount, unit };
}

/** Fat content in per cent: `MLEKO 3,2%` → 3.2; null when none is printed. */
export function fatContent(name: string): number | null {
  const found = /(?<![\d,.])(\d{1,2}(?:[.,]\d)?)\s?%/.exec(name.slice(0, 120));
  return found === null ? null : Number((found[1] ?? '').replace(',', '.'));
}
