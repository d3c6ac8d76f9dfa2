import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { isSpoilt, severityOf } from '#shared/expiry/severity.ts';
import type { StockedLot } from '#shared/planning/model.ts';
import type { ValuedLot } from './facts.ts';
import { typicalValue } from './pack-of.ts';

/** Days after the plan in which what is left over is likely, but not sure, to spoil. */
const RISK_DAYS = 4;

/** What expires first first, of one day what is open: the order in which cooking takes lots. */
export function inTakingOrder(lots: readonly ValuedLot[]): ValuedLot[] {
  const place = ({ expires, opened, id }: ValuedLot) =>
    `${expires?.date ?? '9999'} ${opened === true ? 0 : 1} ${id}`;
  return lots.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** A lot as the plan sees it, from its first day on. */
export function plannedLot(lot: ValuedLot, from: string, days: number): StockedLot {
  const { id, name, amount, unit, productId, category, expires } = lot;
  const value = lot.value ?? typicalValue(amount, unit, productId, category);
  if (expires === null) {
    return { id, name, value, wasteRisk: 0, lastDay: Number.POSITIVE_INFINITY };
  }
  const afterPlan = daysBetween(addDays(from, days - 1), expires.date);
  const wasteRisk = Math.min(1, Math.max(0, 1 - afterPlan / RISK_DAYS));
  const dated = { ...expires, productId, category };
  const isGood = (day: number) => !isSpoilt(severityOf(dated, addDays(from, day)));
  let lastDay = -1;
  while (lastDay + 1 < days && isGood(lastDay + 1)) lastDay += 1;
  // What must not be eaten on the first day is wasted whatever is planned.
  return { id, name, value: lastDay < 0 ? 0 : value, wasteRisk, lastDay };
}
