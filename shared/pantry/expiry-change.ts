import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { type Expiry, shelfLife } from '#shared/expiry/shelf-life.ts';
import { foodOfLot, type LotFood } from './lot-food.ts';
import type { LotRow } from './lot-row.ts';

type Stored = Pick<
  LotRow,
  | 'package_value'
  | 'location'
  | 'opened_at'
  | 'expires_on'
  | 'expires_kind'
  | 'expires_source'
  | 'thawed_days'
  | 'frozen_limit_on'
>;
/** What of a lot says how long it keeps. */
export type StoredLot = LotFood & Stored;

export type ExpiryChange = Partial<Stored>;

/**
 * What another place does to a lot's expiry. Only the freezer makes anything keep longer, and it
 * only stops the clock: what comes out has the days it had left when it went in, and what goes in
 * again ends with the first time's span. So no way to and fro makes food fresher; and what has
 * expired stays so everywhere.
 * @param day today, in the household's zone
 */
export function expiryAfterMove(lot: StoredLot, to: LotRow['location'], day: string): ExpiryChange {
  if (to === lot.location) return {};
  const place = { location: to };
  const current = lot.expires_on;
  const rule = ruleOf(lot, to, day);
  // Salt keeps everywhere; a date that is printed on it stays.
  if (rule.date === null) return { ...place, thawed_days: null, ...noLater(current, rule) };
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
  return {
    ...place,
    thawed_days: null,
    frozen_limit_on: limit,
    // In the freezer its date was one of quality; out of it that of raw meat forbids again.
    ...(rule.kind !== lot.expires_kind && rule.kind === 'use-by' && { expires_kind: rule.kind }),
    ...noLater(current, thawed),
  };
}

/** What opening does: from now on it keeps less long; in the freezer only once it is out again. */
export function expiryAfterOpening(lot: StoredLot, day: string): ExpiryChange {
  if (lot.location === 'freezer') {
    const open = ruleOf({ ...lot, opened_at: new Date() }, 'fridge', day);
    if (open.date === null) return {};
    const days = daysBetween(day, open.date);
    return { thawed_days: Math.min(lot.thawed_days ?? days, days) };
  }
  return noLater(lot.expires_on, ruleOf({ ...lot, opened_at: new Date() }, lot.location, day));
}

function ruleOf(lot: StoredLot, location: LotRow['location'], day: string): Expiry {
  return shelfLife({
    ...foodOfLot(lot),
    location,
    boughtOn: day,
    packed: lot.package_value !== null,
    ...(lot.opened_at !== null && { opened: day }),
    ...(location === 'freezer' && { frozen: day }),
  });
}

function noLater(current: string | null, rule: Expiry): ExpiryChange {
  if (current !== null && (rule.date === null || rule.date >= current)) return {};
  return dated(rule);
}

/** An expiry as a lot has it; without a date (never expires) it has no kind either. */
export function dated({ date, kind, source }: Expiry) {
  return {
    expires_on: date,
    expires_kind: date === null ? null : kind,
    expires_source: source,
  };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
