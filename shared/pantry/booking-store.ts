import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import type { LotRow } from './lot-row.ts';
import { foundLot } from './lot-store.ts';
import { plain } from './stock-amount.ts';

/** The columns of a lot that a booking may change and an undo puts back. */
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

const COLUMNS = FIELDS.join(', ');

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

/** What a booking says besides the change itself. */
export interface Entry {
  readonly kind: BookingKind;
  readonly reason?: string | undefined;
  /** Bookings of one group are undone together. */
  readonly group?: string | undefined;
}

/**
 * Changes a locked lot and inserts the booking, with what of the lot was different before. The unit may
 * change only of a lot that has nothing before or after it: a booking has one unit, that of what came or went.
 */
export async function insertBooking(
  client: ClientBase,
  before: LotRow,
  change: Partial<LotState>,
  { kind, reason, group }: Entry,
): Promise<{ readonly bookingId: string; readonly row: LotRow }> {
  const changed = FIELDS.filter((field) => field in change);
  const { rows } = await client.query<LotRow & { booking_id: string }>(
    `with changed as (
       update lots set (${COLUMNS}) = (select ${COLUMNS} from jsonb_populate_record(null::lots, $2)),
         version = version + 1
       where id = $1 returning *),
     booked as (
       insert into bookings
         (household_id, lot_id, lot_version, kind, change, unit, reason, before, group_id)
       select household_id, id, version, $3, quantity - $5::numeric,
         case when quantity = 0 then $4 else unit end, $6, $7, $8 from changed returning id)
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
  return { bookingId: rows[0]?.booking_id ?? '', row: foundLot(rows) };
}

/** A booking as an undo needs it. */
export interface Booking {
  readonly id: string;
  readonly lot_id: string;
  readonly lot_version: number;
  readonly kind: BookingKind;
  readonly change: string;
  readonly before: Partial<LotState> | null;
  readonly undone_by: string | null;
}

/** The booking and its group, the latest of each lot first; empty when there is no such booking. */
export async function findBookingGroup(client: ClientBase, id: string): Promise<Booking[]> {
  const { rows } = await client.query<Booking>(
    `select b.id, b.lot_id, b.lot_version, b.kind, b.change, b.before, b.undone_by
     from bookings asked join bookings b on b.id = asked.id or b.group_id = asked.group_id
     where asked.id = $1 order by b.lot_id, b.lot_version desc`,
    [id],
  );
  return rows;
}

/**
 * Whether something happened to the lots since. Behind a change only what was undone (and its undo)
 * does not count; behind an undo everything does, for it is not known whether what came then would
 * still make sense.
 */
export async function hasLaterBookings(
  client: ClientBase,
  bookings: readonly Booking[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from bookings later join unnest($1::uuid[], $2::int[], $3::bool[]) as b (lot, version, strict)
       on later.lot_id = b.lot and later.lot_version > b.version
     where later.id <> all ($4::uuid[])
       and (b.strict or (later.undone_by is null and later.kind <> 'undo')) limit 1`,
    [
      bookings.map(({ lot_id }) => lot_id),
      bookings.map(({ lot_version }) => lot_version),
      bookings.map(({ kind }) => kind === 'undo'),
      bookings.map(({ id }) => id),
    ],
  );
  return rowCount !== 0;
}

/** What the undone booking had undone itself counts again. */
export async function markUndone(
  client: ClientBase,
  bookingId: string,
  undoId: string,
): Promise<void> {
  await client.query('update bookings set undone_by = null where undone_by = $1', [bookingId]);
  await client.query('update bookings set undone_by = $2 where id = $1', [bookingId, undoId]);
}

interface ListedRow {
  readonly id: string;
  readonly lot_id: string;
  readonly group_id: string | null;
  readonly kind: BookingKind;
  readonly change: string;
  readonly unit: LotState['unit'];
  readonly product_name: string;
  readonly reason: string | null;
  readonly undone_by: string | null;
  readonly created_at: Date;
}

/** Every change, newest first. */
export async function pageOfBookings(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<ReturnType<typeof showBooking>>> {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<ListedRow>(
      `select b.*, l.product_name from bookings b join lots l on l.id = b.lot_id
       where $2::uuid is null or b.id < $2 order by b.id desc limit $1`,
      [limit + 1, before ?? null],
    );
    return toPage(rows, limit, showBooking, ({ id }) => id);
  });
}

function showBooking(row: ListedRow) {
  return {
    id: row.id,
    lotId: row.lot_id,
    groupId: row.group_id,
    product: row.product_name,
    kind: row.kind,
    change: { value: plain(row.change), unit: row.unit },
    reason: row.reason,
    undone: row.undone_by !== null,
    createdAt: row.created_at.toISOString(),
  };
}
