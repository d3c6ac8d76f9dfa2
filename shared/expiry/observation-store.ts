import type { ClientBase } from 'pg';
import { learnedSpan, type Observation, type ObservationKind, type StoredItem } from './learned.ts';
import type { LearnedSpan } from './shelf-life.ts';

/**
 * Keeps what a booking shows, in its transaction. Counts only items that stayed closed and in one
 * place; thrown away after its date shows nothing, since it is not known when it went off.
 */
export async function insertObservation(
  client: ClientBase,
  { bookingId, lotId, kind }: { bookingId: string; lotId: string; kind: ObservationKind },
): Promise<void> {
  await client.query(
    `with seen as (
       select l.*, coalesce(r.purchased_on, (l.added_at at time zone h.zone)::date) as bought_on,
         (now() at time zone h.zone)::date as today
       from lots l join households h using (household_id)
         left join receipt_items i on i.id = l.receipt_item_id
         left join receipts r on r.id = i.receipt_id
       where l.id = $2 and l.opened_at is null and l.location <> 'freezer'
         and not exists (select 1 from bookings b where b.lot_id = l.id
           and b.kind in ('open', 'freeze', 'thaw', 'move') and b.undone_by is null)),
     lasted as (
       select *, case when $3 = 'corrected' then expires_on - bought_on else today - bought_on end as days
       from seen where $3 = 'corrected' or today < expires_on)
     insert into expiry_observations (booking_id, household_id, product, category, location, how, days)
     select $1, household_id, coalesce(product_key, lower(product_name)), category, location, $3, days
     from lasted where days between 1 and 3650`,
    [bookingId, lotId, kind],
  );
}

/** What the household corrected before about items; null where there are too few observations. */
export type LearnedSpans = (goods: StoredItem) => LearnedSpan | null;

/** Reads the household's observations once, for as many items as are asked about. */
export async function readLearned(client: ClientBase): Promise<LearnedSpans> {
  // A lot corrected and then thrown away, or corrected twice, counts once: with what came last.
  const { rows } = await client.query<Observation>(
    `select product, category, location, days from (
       select distinct on (b.lot_id) o.*
       from expiry_observations o join bookings b on b.id = o.booking_id
       where b.undone_by is null order by b.lot_id, o.booking_id desc) latest
     order by booking_id desc limit 2000`,
  );
  return (goods) => learnedSpan(rows, goods);
}
