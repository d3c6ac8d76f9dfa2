import type { ClientBase } from 'pg';
import type { ExpiringLot } from './notification-types.ts';

/** A household whose day has begun, and that was not reminded on it yet. */
export interface DueReminder {
  readonly householdId: string;
  /** `2026-11-30`, in the household's zone. */
  readonly day: string;
  readonly days: number;
}

/** Nobody is reminded at night. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;
/** The next run goes on. */
const MOST_HOUSEHOLDS = 500;
const MOST_LOTS = 100;

export function reminderKey(day: string): string {
  return `expiry ${day}`;
}

/** With the worker role: of every household that wants reminders. */
export async function selectDue(client: ClientBase, now: Date): Promise<DueReminder[]> {
  const { rows } = await client.query<DueReminder>(
    `with local as (
       select t.household_id, t.expiry_days, $1::timestamptz at time zone h.zone as at
       from notification_targets t join households h using (household_id)
       where t.expiry_days is not null)
     select household_id as "householdId", at::date as day, max(expiry_days)::int as days
     from local
     where extract(hour from at) between ${FIRST_HOUR} and ${LAST_HOUR}
       and not exists (select 1 from notification_deliveries d
         where d.household_id = local.household_id and d.event_key = 'expiry ' || at::date)
       and exists (select 1 from lots l
         where l.household_id = local.household_id and l.quantity > 0
           and l.expires_on between at::date and at::date + expiry_days)
     group by household_id, at::date order by household_id limit ${MOST_HOUSEHOLDS}`,
    [now],
  );
  return rows;
}

/** What of a household expires on a day or within so many after it; what expires first comes first. */
export async function selectExpiring(
  client: ClientBase,
  { householdId, day, days }: DueReminder,
): Promise<ExpiringLot[]> {
  const { rows } = await client.query<ExpiringLot>(
    `select id as "lotId", product_name as name, expires_on as date, expires_kind as kind from lots
     where household_id = $1 and quantity > 0 and expires_on between $2::date and $2::date + $3::int
     order by expires_on, expires_kind = 'use-by' desc, id limit ${MOST_LOTS}`,
    [householdId, day, days],
  );
  return rows;
}
