import type { LotRow } from '#shared/pantry/lot-row.ts';
import { itemFactsOf, plain } from '#shared/pantry/stock-amount.ts';
import type { Said } from '#shared/pantry-requests/request.ts';
import { type Amount, convert } from '#shared/quantities/convert.ts';
import {
  add,
  compare,
  divide,
  exactly,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from '#shared/quantities/rational.ts';

/** How much of a lot is taken, in its unit. */
export interface Portion {
  readonly lot: LotRow;
  readonly quantity: string;
}

export type Taking =
  | {
      readonly ok: true;
      readonly portions: readonly Portion[];
      /** Whether more was asked for than there is; then the portions are all there is. */
      readonly short: boolean;
    }
  /** In this unit it is not known how much of these lots that is. */
  | { readonly ok: false };

/** `szt` of a packed thing, its `opak`, its jar: one of each. */
const PACKAGES = new Set([
  'szt',
  'opak',
  'can',
  'jar',
  'bottle',
  'cube',
  'loaf',
  'head',
  'bunch',
  'stick',
]);
const NOTHING = rational(0);

/** @param lots of one name, in the order in which they are taken */
export function takeAmount(
  said: Exclude<Said, { kind: 'vague' }>,
  lots: readonly LotRow[],
): Taking {
  if (said.kind === 'all') {
    return {
      ok: true,
      portions: lots.map((lot) => ({ lot, quantity: plain(lot.quantity) })),
      short: false,
    };
  }
  if (said.kind === 'share') return takeShare(exactly(said.value), said.of, lots);
  return takeMeasure({ value: exactly(said.value), unit: said.unit }, lots);
}

/** Half of a loaf of three is half a loaf; half of the eggs, or of a litre of milk, is half of all. */
function takeShare(share: Rational, of: 'piece' | 'all', lots: readonly LotRow[]): Taking {
  const [first] = lots;
  if (first === undefined) return { ok: false };
  const pieces = of === 'piece' && PACKAGES.has(first.unit);
  if (pieces) return takeMeasure({ value: share, unit: first.unit }, lots);
  const same = lots.filter(({ unit }) => unit === first.unit);
  const whole = same.reduce((sum, { quantity }) => add(sum, exactly(quantity)), NOTHING);
  return takeMeasure({ value: multiply(whole, share), unit: first.unit }, same);
}

function takeMeasure(asked: Amount, lots: readonly LotRow[]): Taking {
  const portions: Portion[] = [];
  // What share of the asked amount is still to be taken: so lots of different units can follow each other.
  let missing = ONE;
  let comparable = false;
  for (const lot of lots) {
    const all = inLotUnit(asked, lot, lots.length === 1);
    if (all === undefined || all.n <= 0n) continue;
    comparable = true;
    const wanted = multiply(all, missing);
    const there = exactly(lot.quantity);
    const isPart = compare(wanted, there) < 0;
    const quantity = isPart ? toDecimal(wanted, 3) : plain(lot.quantity);
    if (quantity !== '0') portions.push({ lot, quantity });
    missing = subtract(missing, divide(isPart ? wanted : there, all));
    if (missing.n <= 0n) break;
  }
  return comparable ? { ok: true, portions, short: missing.n > 0n } : { ok: false };
}

function inLotUnit(asked: Amount, lot: LotRow, alone: boolean): Rational | undefined {
  if (asked.unit === lot.unit) return asked.value;
  if (PACKAGES.has(asked.unit) && PACKAGES.has(lot.unit)) return asked.value;
  const converted = convert(asked, lot.unit, itemFactsOf(lot));
  if (converted.ok) return converted.value;
  // Half a jar of the only jam in the house, which is 300 g: half of it.
  if (!alone || !PACKAGES.has(asked.unit) || compare(asked.value, ONE) > 0) return undefined;
  return multiply(asked.value, exactly(lot.quantity));
}
