import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { type BookedLot, type BookingKind, book, type LotState, showBooked } from './book.ts';
import { lockLot } from './lot-row.ts';

interface Booking {
  readonly id: string;
  readonly lot_id: string;
  readonly lot_version: number;
  readonly kind: BookingKind;
  readonly change: string;
  readonly before: Partial<LotState> | null;
  readonly undone_by: string | null;
}

/**
 * Takes a booking back, with all of its group: every lot has again the amount, place and expiry it
 * had. Later changes of a lot must be undone first, or they would be undone with it. An undo can be
 * undone too, as long as it is the last that happened to its lots; then what it took back counts
 * again, and may be undone again.
 * @throws UserError 404; 409 `already-undone`, `later-changes`
 */
export async function undoBooking(who: HouseholdContext, id: string) {
  return await withHousehold(who, async (client) => {
    const group = await membersOf(client, id);
    // Always in this order, so that two who undo at once wait for each other instead of locking up.
    for (const lotId of [...new Set(group.map(({ lot_id }) => lot_id))].sort()) {
      await lockLot(client, lotId);
    }
    // Read again behind the locks: of two undos at once the second must see the first.
    const bookings = await membersOf(client, id);
    if (bookings.some(({ undone_by }) => undone_by !== null)) throw conflict('already-undone');
    await requireLatest(client, bookings);
    const groupId = bookings.length > 1 ? randomUUID() : undefined;
    const undone: (BookedLot & { of: string })[] = [];
    for (const booking of bookings) {
      undone.push({ ...(await putBack(client, booking, groupId)), of: booking.id });
    }
    const asked = undone.find(({ of }) => of === id) ?? undone[0];
    if (asked === undefined) throw notFound(NO_BOOKING);
    return {
      ...showBooked(asked),
      bookings: undone.map(({ bookingId, lot }) => ({ bookingId, lot })),
    };
  });
}

/** The booking and its group, the latest of each lot first. @throws UserError 404 */
async function membersOf(client: ClientBase, id: string): Promise<Booking[]> {
  const { rows } = await client.query<Booking>(
    `select b.id, b.lot_id, b.lot_version, b.kind, b.change, b.before, b.undone_by
     from bookings asked join bookings b on b.id = asked.id or b.group_id = asked.group_id
     where asked.id = $1 order by b.lot_id, b.lot_version desc`,
    [id],
  );
  if (rows.length === 0) throw notFound(NO_BOOKING);
  return rows;
}

/**
 * Behind a change only what was undone (and its undo) may have happened; behind an undo nothing,
 * for it is not known whether what came then would still make sense.
 */
async function requireLatest(client: ClientBase, bookings: readonly Booking[]): Promise<void> {
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
  if (rowCount !== 0) throw conflict('later-changes');
}

async function putBack(client: ClientBase, booking: Booking, group: string | undefined) {
  const lot = await lockLot(client, booking.lot_id);
  const state = booking.before ?? {
    quantity: toDecimal(subtract(exactly(lot.quantity), exactly(booking.change))),
  };
  const undone = await book(client, lot, state, { kind: 'undo', group });
  // What an undo had taken back counts again once that undo is undone.
  await client.query('update bookings set undone_by = null where undone_by = $1', [booking.id]);
  await client.query('update bookings set undone_by = $2 where id = $1', [
    booking.id,
    undone.bookingId,
  ]);
  return undone;
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

const NO_BOOKING = { pl: 'Nie ma takiego zapisu.', en: 'There is no such booking.' };
