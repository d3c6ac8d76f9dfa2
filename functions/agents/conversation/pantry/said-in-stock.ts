import type { Said } from '#shared/pantry-requests/request.ts';
import { convert } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import { exactly, type Rational, toDecimal } from '#shared/quantities/rational.ts';
import { STOCK_UNITS, type StockUnit } from '#shared/quantities/stock-unit.ts';
import { units } from '#shared/quantities/unit.ts';

/** Three digits behind the point are as many as a lot is added with. */
const PLACES = 3;

/**
 * What was said to be new, as lots are measured: weights in grams, volumes in millilitres where they
 * are said in spoons and ounces, and everything else in pieces. Nothing said is one piece.
 * @param productId for what a slice of it weighs
 */
export function saidInStock(
  said: Exclude<Said, { kind: 'vague' | 'all' }> | null,
  productId: string | null,
): { readonly value: string; readonly unit: StockUnit } {
  if (said === null) return { value: '1', unit: 'szt' };
  const value = exactly(said.value);
  if (said.kind === 'share') return inStock(value, 'szt');
  const unit = STOCK_UNITS.find((one) => one === said.unit);
  if (unit !== undefined) return inStock(value, unit);
  const kind = units.get(said.unit)?.kind;
  const to = kind === 'volume' ? 'ml' : 'g';
  const facts = foodFacts(productId);
  const isMeasure = kind !== 'count' || said.unit === 'slice' || said.unit === 'bread-slice';
  const converted = convert({ value, unit: said.unit }, to, facts === undefined ? {} : { facts });
  return isMeasure && converted.ok ? inStock(converted.value, to) : inStock(value, 'szt');
}

function inStock(value: Rational, unit: StockUnit) {
  return { value: toDecimal(value, PLACES), unit };
}
