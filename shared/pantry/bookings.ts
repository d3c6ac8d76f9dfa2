import { withHousehold } from '#shared/database/with-household.ts';
import { AfterId, type Page, type PageQuery, page, readCursor } from '#shared/entry/page.ts';
import type { HouseholdContext } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { scaled, unscaled } from './amount.ts';
import { book, type LotState } from './book.ts';
import { lockLot, plain } from './lot-row.ts';

interface BookingRow {
  readonly id: string;
  readonly lot_id: string;
  readonly kind: 'add' | 'consume' | 'waste' | 'open' | 'freeze' | 'move' | 'edit' | 'undo';
  readonly change: string;
  readonly unit: LotState['unit'];
  readonly product_name: string;
  readonly reason: string | null;
  readonly before: LotState | null;
  readonly undone_by: string | null;
  readonly created_at: Date;
}

/** Every change, newest first. */
export async function pageOfBookings(
  who: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<ReturnType<typeof showBooking>>> {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<BookingRow>(
      `select b.*, l.unit, l.product_name from bookings b join lots l on l.id = b.lot_id
       where $2::uuid is null or b.id < $2 order by b.id desc limit $1`,
      [limit + 1, before ?? null],
    );
    return page(rows, limit, showBooking, ({ id }) => id);
  });
}

function showBooking(row: BookingRow) {
  return {
    id: row.id,
    lotId: row.lot_id,
    product: row.product_name,
    kind: row.kind,
    change: { value: plain(row.change), unit: row.unit },
    reason: row.reason,
    undone: row.undone_by !== null,
    createdAt: row.created_at.toISOString(),
  };
}

/**
 * Takes a change back: the amount returns, and place, opening and expiry are again what they were.
 * A later change of the same lot must be undone first, or it would be undone with this one.
 * @throws UserError 404, 409
 */
export async function undoBooking(who: HouseholdContext, id: string) {
  return await withHousehold(who, async (client) => {
    const found = await client.query<BookingRow>('select * from bookings where id = $1', [id]);
    const lotId = found.rows[0]?.lot_id;
    if (lotId === undefined) throw notFound();
    const lot = await lockLot(client, lotId);
    // Read again behind the lock: of two undos at once the second must see the first.
    const { rows } = await client.query<BookingRow & { later: number }>(
      `select b.*, (select count(*) from bookings later where later.lot_id = b.lot_id
         and later.id > b.id and later.undone_by is null and later.kind <> 'undo') as later
       from bookings b where b.id = $1`,
      [id],
    );
    const row = rows[0];
    if (row === undefined) throw notFound();
    if (row.undone_by !== null || row.kind === 'undo') throw conflict('already-undone');
    if (row.later > 0) throw conflict('later-changes');
    const state = row.before ?? { quantity: unscaled(scaled(lot.quantity) - scaled(row.change)) };
    const undone = await book(client, lot, state, { kind: 'undo' });
    await client.query('update bookings set undone_by = $2 where id = $1', [id, undone.bookingId]);
    return undone;
  });
}

const CONFLICTS = {
  'already-undone': { pl: 'To już cofnięto.', en: 'This was undone already.' },
  'later-changes': {
    pl: 'Najpierw cofnij późniejsze zmiany tej pozycji.',
    en: 'Undo the later changes of this lot first.',
  },
} as const;

function conflict(code: keyof typeof CONFLICTS): UserError {
  return new UserError('conflict', code, CONFLICTS[code]);
}

function notFound(): UserError {
  const text = { pl: 'Nie ma takiego zapisu.', en: 'There is no such booking.' };
  return new UserError('not-found', 'not-found', text);
}
