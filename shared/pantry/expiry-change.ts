import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { type Expiry, shelfLife } from '#shared/expiry/shelf-life.ts';
import type { LotRow } from './lot-row.ts';

/** What of a lot says how long it keeps. */
export type StoredLot = Pick<
  LotRow,
  | 'product_key'
  | 'category'
  | 'package_value'
  | 'location'
  | 'opened_at'
  | 'expires_on'
  | 'expires_kind'
  | 'expires_source'
  | 'thawed_days'
  | 'frozen_limit_on'
>;

type Change = Partial<StoredLot>;

/**
 * What another place does to a lot's expiry. Only the freezer makes anything keep longer, and it
 * only stops the clock: what comes out has the days it had left when it went in, and what goes in
 * again ends with the first time's span. So no way to and fro makes food fresher; and what has
 * expired stays so everywhere.
 * @param day today, in the household's zone
 */
export function expiryAfterMove(lot: StoredLot, to: LotRow['location'], day: string): Change {
  if (to === lot.location) return {};
  const place = { location: to };
  const current = lot.expires_on;
  const rule = ruleOf(lot, to, day);
  if (to === 'freezer') {
    const left = current === null ? null : Math.max(0, daysBetween(day, current));
    const limit = earlier(lot.frozen_limit_on ?? rule.date, rule.date);
    const expired = current !== null && current < day;
    const longer = !expired && (current === null || limit > current);
    return {
      ...place,
      ...(longer && dated({ ...rule, date: limit })),
      thawed_days: left,
      frozen_limit_on: longer ? limit : current,
    };
  }
  if (lot.location !== 'freezer') return { ...place, ...noLater(current, rule) };
  const limit = lot.frozen_limit_on ?? current;
  const left = lot.thawed_days === null ? rule.date : addDays(day, lot.thawed_days);
  const thawed = { ...rule, date: earlier(left, rule.date) };
  return { ...place, thawed_days: null, frozen_limit_on: limit, ...noLater(current, thawed) };
}

/** What opening does: from now on it keeps less long; in the freezer only once it is out again. */
export function expiryAfterOpening(lot: StoredLot, day: string): Change {
  if (lot.location === 'freezer') {
    const open = ruleOf({ ...lot, opened_at: new Date() }, 'fridge', day);
    const days = daysBetween(day, open.date);
    return { thawed_days: Math.min(lot.thawed_days ?? days, days) };
  }
  return noLater(lot.expires_on, ruleOf({ ...lot, opened_at: new Date() }, lot.location, day));
}

function ruleOf(lot: StoredLot, location: LotRow['location'], day: string): Expiry {
  return shelfLife({
    ...(lot.product_key !== null && { productId: lot.product_key }),
    ...(lot.category !== null && { categoryKey: lot.category }),
    location,
    boughtOn: day,
    packed: lot.package_value !== null,
    ...(lot.opened_at !== null && { opened: day }),
    ...(location === 'freezer' && { frozen: day }),
  });
}

function noLater(current: string | null, rule: Expiry): Change {
  return current === null || rule.date < current ? dated(rule) : {};
}

function dated({ date, kind, source }: Expiry): Change {
  return { expires_on: date, expires_kind: kind, expires_source: source };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
