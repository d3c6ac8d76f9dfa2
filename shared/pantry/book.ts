import type { ClientBase } from 'pg';
import { observe } from '#shared/expiry/observation-store.ts';
import type { Lot } from './lot.ts';
import type { LotRow } from './lot-row.ts';
import { foundLot, showLot } from './lot-row.ts';

/** The parts of a lot that a booking may change and an undo puts back. */
const FIELDS = [
  'quantity',
  'unit',
  'location',
  'opened_at',
  'expires_on',
  'expires_kind',
  'expires_source',
  'product_key',
  'product_name',
  'category',
  'package_value',
  'package_unit',
  'thawed_days',
  'frozen_limit_on',
] as const satisfies readonly (keyof LotRow)[];

export type LotState = Pick<LotRow, (typeof FIELDS)[number]>;

export type BookingKind =
  | 'add'
  | 'consume'
  | 'waste'
  | 'open'
  | 'freeze'
  | 'thaw'
  | 'move'
  | 'edit'
  | 'split'
  | 'undo';

export interface Entry {
  readonly kind: BookingKind;
  readonly reason?: string | undefined;
  /** Bookings of one group are undone together. */
  readonly group?: string | undefined;
}

export interface BookedLot {
  readonly bookingId: string;
  readonly groupId: string | null;
  readonly lot: Lot;
  readonly version: number;
  readonly row: LotRow;
}

const COLUMNS = FIELDS.join(', ');

/** Changes a locked lot and writes down what of it was different before. */
export async function book(
  client: ClientBase,
  before: LotRow,
  change: Partial<LotState>,
  { kind, reason, group }: Entry,
): Promise<BookedLot> {
  const changed = FIELDS.filter((field) => field in change);
  const { rows } = await client.query<LotRow & { booking_id: string }>(
    `with changed as (
       update lots set (${COLUMNS}) = (select ${COLUMNS} from jsonb_populate_record(null::lots, $2)),
         version = version + 1
       where id = $1 returning *),
     booked as (
       insert into bookings
         (household_id, lot_id, lot_version, kind, change, unit, reason, before, group_id)
       select household_id, id, version, $3, case when unit = $4 then quantity - $5::numeric else 0 end,
         unit, $6, $7, $8 from changed returning id)
     select changed.*, booked.id as booking_id from changed, booked`,
    [
      before.id,
      JSON.stringify({ ...before, ...change }),
      kind,
      before.unit,
      before.quantity,
      reason ?? null,
      JSON.stringify(Object.fromEntries(changed.map((field) => [field, before[field]]))),
      group ?? null,
    ],
  );
  const row = foundLot(rows);
  const bookingId = rows[0]?.booking_id ?? '';
  const redated = change.expires_on !== undefined && change.expires_on !== before.expires_on;
  await observe(client, { bookingId, lotId: row.id, kind, reason, redated });
  return {
    bookingId,
    groupId: group ?? null,
    lot: showLot(row),
    version: row.version,
    row,
  };
}

/** What the API says of a booking. */
export function showBooked({ bookingId, groupId, lot }: BookedLot) {
  return { bookingId, groupId, lot };
}
