import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { type BookedLot, book, showBooked } from './book.ts';
import {
  type Booking,
  findBookingGroup,
  hasLaterBookings,
  type LotState,
  markUndone,
} from './booking-store.ts';
import type { Lot } from './lot.ts';
import type { LotRow } from './lot-row.ts';
import { lockLot } from './lot-store.ts';

/**
 * Takes a booking back, with all of its group: every lot has again the amount, place and expiry it
 * had. Later changes of a lot must be undone first, or they would be undone with it. An undo can be
 * undone too, as long as it is the last that happened to its lots; then what it took back counts
 * again, and may be undone again.
 * @throws UserError 404; 409 `already-undone`, `later-changes`
 */
export async function undoBooking(household: HouseholdContext, id: string) {
  return await withHousehold(household, async (client) => {
    const undone = await undoTogether(client, [id]);
    const asked = undone.find(({ of }) => of === id) ?? undone[0];
    if (asked === undefined) throw notFound(NO_BOOKING);
    // Several bookings of one lot show it as the last of them left it.
    const lots = new Map(undone.map(({ lot }) => [lot.id, lot]));
    const asLeft = (lot: Lot) => lots.get(lot.id) ?? lot;
    return {
      ...showBooked({ ...asked, lot: asLeft(asked.lot) }),
      bookings: undone.map(({ bookingId, lot }) => ({ bookingId, lot: asLeft(lot) })),
    };
  });
}

/**
 * The same for several bookings with their groups, all or none, in the caller's transaction.
 * @returns the ids of the bookings that took them back
 */
export async function undoBookingsIn(
  client: ClientBase,
  ids: readonly string[],
): Promise<string[]> {
  return (await undoTogether(client, ids)).map(({ bookingId }) => bookingId);
}

async function undoTogether(
  client: ClientBase,
  ids: readonly string[],
): Promise<(BookedLot & { readonly of: string })[]> {
  const group = await groupsOf(client, ids);
  // Always in this order, so that two who undo at once wait for each other instead of locking up.
  for (const lotId of [...new Set(group.map(({ lot_id }) => lot_id))].sort()) {
    await lockLot(client, lotId);
  }
  // Read again behind the locks: of two undos at once the second must see the first.
  const bookings = await groupsOf(client, ids);
  if (bookings.some(({ undone_by }) => undone_by !== null)) throw conflict('already-undone');
  if (await hasLaterBookings(client, bookings)) throw conflict('later-changes');
  const groupId = bookings.length > 1 ? randomUUID() : undefined;
  const undone: (BookedLot & { of: string })[] = [];
  for (const booking of bookings) {
    undone.push({ ...(await undoOne(client, booking, groupId)), of: booking.id });
  }
  return undone;
}

async function groupsOf(client: ClientBase, ids: readonly string[]): Promise<Booking[]> {
  const found = new Map<string, Booking>();
  for (const id of ids) {
    if (found.has(id)) continue;
    const group = await findBookingGroup(client, id);
    if (group.length === 0) throw notFound(NO_BOOKING);
    for (const booking of group) found.set(booking.id, booking);
  }
  // Of one lot what came last is taken back first.
  return [...found.values()].sort(
    (a, b) => a.lot_id.localeCompare(b.lot_id) || b.lot_version - a.lot_version,
  );
}

async function undoOne(client: ClientBase, booking: Booking, group: string | undefined) {
  const lot = await lockLot(client, booking.lot_id);
  const undone = await book(client, lot, stateBefore(booking, lot), { kind: 'undo', group });
  await markUndone(client, booking.id, undone.bookingId);
  return undone;
}

/** A lot that was added had no state before: without its amount it is used up. */
function stateBefore({ before, change }: Booking, lot: LotRow): Partial<LotState> {
  return before ?? { quantity: toDecimal(subtract(exactly(lot.quantity), exactly(change))) };
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
