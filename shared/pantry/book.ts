import type { ClientBase } from 'pg';
import { observe } from '#shared/expiry/observation-store.ts';
import type { LotRow } from './lot-row.ts';
import { foundLot, showLot } from './lot-row.ts';

/** What a booking makes of a lot. */
export type LotState = Pick<
  LotRow,
  | 'quantity'
  | 'location'
  | 'opened_at'
  | 'expires_on'
  | 'expires_kind'
  | 'expires_source'
  | 'product_key'
  | 'product_name'
  | 'category'
  | 'unit'
>;

export interface Entry {
  readonly kind: 'consume' | 'waste' | 'open' | 'freeze' | 'move' | 'edit' | 'undo';
  readonly reason?: string | undefined;
}

/** The parts of a lot that an undo puts back. */
function stateOf(row: LotState): LotState {
  const { quantity, unit, location, opened_at, expires_on, expires_kind, expires_source } = row;
  const { product_key, product_name, category } = row;
  const product = { product_key, product_name, category };
  return {
    quantity,
    unit,
    location,
    opened_at,
    expires_on,
    expires_kind,
    expires_source,
    ...product,
  };
}

/** Changes a locked lot and writes down what it was before. */
export async function book(
  client: ClientBase,
  before: LotRow,
  change: Partial<LotState>,
  { kind, reason }: Entry,
) {
  const after = { ...stateOf(before), ...change };
  const { rows } = await client.query<LotRow & { booking_id: string }>(
    `with changed as (
       update lots set quantity = $2, unit = $3, location = $4, opened_at = $5, expires_on = $6,
         expires_kind = $7, expires_source = $8, product_key = $9, product_name = $10,
         category = $11, version = version + 1
       where id = $1 returning *),
     booked as (
       insert into bookings (household_id, lot_id, kind, change, reason, before)
       select household_id, id, $12, case when unit = $13 then quantity - $14::numeric else 0 end,
         $15, $16 from changed returning id)
     select changed.*, booked.id as booking_id from changed, booked`,
    [
      before.id,
      after.quantity,
      after.unit,
      after.location,
      after.opened_at,
      after.expires_on,
      after.expires_kind,
      after.expires_source,
      after.product_key,
      after.product_name,
      after.category,
      kind,
      before.unit,
      before.quantity,
      reason ?? null,
      JSON.stringify(stateOf(before)),
    ],
  );
  const lot = foundLot(rows);
  const bookingId = rows[0]?.booking_id ?? '';
  const redated = change.expires_on !== undefined && change.expires_on !== before.expires_on;
  await observe(client, { bookingId, lotId: lot.id, kind, reason, redated });
  return { bookingId, lot: showLot(lot), version: lot.version };
}
