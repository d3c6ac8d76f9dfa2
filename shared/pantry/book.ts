import type { ClientBase } from 'pg';
import { observationKind } from '#shared/expiry/learned.ts';
import { insertObservation } from '#shared/expiry/observation-store.ts';
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

/** Changes a locked lot, writes down what of it was different before, and learns from it. */
export async function book(
  client: ClientBase,
  before: LotRow,
  change: Partial<LotState>,
  entry: Entry,
): Promise<BookedLot> {
  const { bookingId, row } = await insertBooking(client, before, change, entry);
  // A date that follows from another name is no observation; one that a person gives is.
  const redated = change.expires_source === 'printed' && change.expires_on !== before.expires_on;
  const kind = observationKind({ ...entry, redated });
  if (kind !== null) await insertObservation(client, { bookingId, lotId: row.id, kind });
  const lot = showLot(row);
  return { bookingId, groupId: entry.group ?? null, lot, version: row.version, row };
}

/** A booking as the API shows it. */
export function showBooked({ bookingId, groupId, lot }: BookedLot) {
  return { bookingId, groupId, lot };
}
