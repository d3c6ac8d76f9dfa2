import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { observationKind } from '#shared/expiry/learned.ts';
import { insertObservation } from '#shared/expiry/observation-store.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { type Entry, insertBooking, type LotState } from './booking-store.ts';
import type { Lot } from './lot.ts';
import { type LotRow, showLot } from './lot-row.ts';

export interface BookedLot {
  readonly bookingId: string;
  readonly groupId: string | null;
  readonly lot: Lot;
  readonly version: number;
  readonly row: LotRow;
}

/**
 * Changes a locked lot, writes down what of it was different before, and learns from it. Another unit takes
 * two bookings, of what leaves in the old unit and what comes in the new one: so a lot is the sum of its
 * bookings also where nothing says how many grams a piece has.
 * @returns the last booking; an undo of it undoes both
 */
export async function book(
  client: ClientBase,
  lot: LotRow,
  change: Partial<LotState>,
  { group: given, ...rest }: Entry,
): Promise<BookedLot> {
  const inTwo = changesUnit(lot, change);
  const group = given ?? (inTwo ? randomUUID() : undefined);
  const entry = { ...rest, group };
  const before = inTwo ? (await insertBooking(client, lot, { quantity: '0' }, entry)).row : lot;
  const { bookingId, row } = await insertBooking(client, before, change, entry);
  // A date that follows from another name is no observation; one that a person gives is.
  const redated = change.expires_source === 'printed' && change.expires_on !== lot.expires_on;
  const kind = observationKind({ ...entry, redated });
  if (kind !== null) await insertObservation(client, { bookingId, lotId: row.id, kind });
  const shown = showLot(row);
  return { bookingId, groupId: group ?? null, lot: shown, version: row.version, row };
}

/** Of nothing, and to nothing, the unit changes without an amount. */
function changesUnit(lot: LotRow, { unit = lot.unit, quantity = lot.quantity }: Partial<LotState>) {
  return unit !== lot.unit && exactly(lot.quantity).n !== 0n && exactly(quantity).n !== 0n;
}

/** A booking as the API shows it. */
export function showBooked({ bookingId, groupId, lot }: BookedLot) {
  return { bookingId, groupId, lot };
}
