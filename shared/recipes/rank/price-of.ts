import { stockQuantity } from '#shared/quantities/stock-quantity.ts';
import { gramsIn } from './convert-number.ts';
import type { Price } from './facts.ts';

/** The line of the last receipt that has a product. */
export interface LastPrice {
  readonly product_key: string;
  readonly category: string | null;
  readonly net_minor: number;
  /** The quantity in thousandths of the unit. */
  readonly milli: number;
  readonly unit: string;
  readonly package_value: number | null;
  readonly package_unit: string | null;
}

/** What a gram or a piece cost. */
export function priceOf(line: LastPrice): Price {
  const { product_key, category, net_minor, milli, unit, package_value, package_unit } = line;
  const pack =
    package_value === null || package_unit === null
      ? null
      : { value: package_value, unit: package_unit };
  const bought = stockQuantity({ quantityMilli: Math.round(milli), unit, pack });
  const each = gramsIn(bought.unit, product_key, category);
  return {
    perGram: each === null || each === 0 ? null : net_minor / (Number(bought.value) * each),
    perPiece: unit === 'szt' ? (net_minor * 1000) / milli : null,
  };
}
