import type { LotRow } from '#shared/pantry/lot-row.ts';
import { itemFactsOf } from '#shared/pantry/stock-amount.ts';
import type { Change, Count } from '#shared/pantry-requests/request.ts';
import { convert } from '#shared/quantities/convert.ts';
import { add, exactly, type Rational, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { matchLots } from './match-lots.ts';
import type { PantrySnapshot } from './snapshot.ts';

const NOTHING = exactly('0');

/**
 * What has to be booked so that there is as much as somebody counted: what is too much was used up,
 * what is missing is added. Nothing where the stock has it so already, or cannot be measured so.
 */
export function recounted(
  { product, amount }: Count,
  { lots, day }: PantrySnapshot,
): Change | undefined {
  if (product === null || amount.kind !== 'measure') return undefined;
  const [group, ...others] = matchLots(product, lots, day);
  const [first] = group?.lots ?? [];
  if (group === undefined || first === undefined || others.length > 0) return undefined;
  const unit = amount.isBare ? first.unit : amount.unit;
  const there = sumIn(unit, group.lots);
  if (there === undefined) return undefined;
  const more = subtract(exactly(amount.value), there);
  if (more.n === 0n) return undefined;
  const isMore = more.n > 0n;
  const value = toDecimal(isMore ? more : subtract(NOTHING, more), 3);
  const item = { product: group.name, amount: { kind: 'measure' as const, value, unit } };
  return { act: isMore ? 'add' : 'consume', items: [item] };
}

function sumIn(unit: string, lots: readonly LotRow[]): Rational | undefined {
  let sum = NOTHING;
  for (const lot of lots) {
    const converted = convert(
      { value: exactly(lot.quantity), unit: lot.unit },
      unit,
      itemFactsOf(lot),
    );
    if (lot.unit !== unit && !converted.ok) return undefined;
    sum = add(sum, converted.ok ? converted.value : exactly(lot.quantity));
  }
  return sum;
}
