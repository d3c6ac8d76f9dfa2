import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { undoBookingsIn } from '#shared/pantry/undo.ts';
import { proposalConflict } from './proposal-conflicts.ts';
import type { Applying } from './proposal-kind.ts';
import { readProposal } from './proposal-kinds.ts';
import { decideProposal, lockProposal, type StoredProposal } from './proposal-store.ts';
import type { BookedProposal, Confirmed } from './schemas/decided.ts';

/**
 * Does what was proposed, in one transaction with the note that it was done. Confirmed twice, it is
 * done once, and the second answer is the first.
 * @throws UserError 404, also when the person of a profile is gone; 409 when it was rejected, taken back, has expired, or nothing of it is in stock
 */
export async function confirmProposal(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<Confirmed> {
  const confirmed = await withHousehold(household, async (client) => {
    const row = await lockProposal(client, id);
    if (row.status === 'confirmed') return { bookingIds: row.booking_ids ?? [], avoided: [] };
    requireOpen(row);
    const applied = await readProposal(row.payload).apply({ client, household, locale });
    await decideProposal(client, id, 'confirmed', applied);
    return { bookingIds: [...applied.bookingIds], avoided: [...(applied.avoided ?? [])] };
  });
  // Some kinds leave a message in the outbox; without one this is one short query.
  await relayHousehold(household);
  return confirmed;
}

/** @throws UserError 404; 409 when it was confirmed */
export async function rejectProposal(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, async (client) => {
    const { status } = await lockProposal(client, id);
    if (status === 'confirmed' || status === 'undone') throw proposalConflict(`proposal-${status}`);
    if (status === 'open') await decideProposal(client, id, 'rejected');
  });
}

/**
 * Takes back what a confirmed proposal booked, all of it or nothing.
 * @throws UserError 404; 409 when it was not confirmed, books nothing that could be taken back, or its lots have changed since
 */
export async function undoProposal(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<BookedProposal> {
  return await withHousehold(household, async (client) => {
    const row = await lockProposal(client, id);
    if (row.status === 'undone') throw proposalConflict('proposal-undone');
    if (row.status !== 'confirmed') throw proposalConflict('proposal-not-confirmed');
    const bookingIds = await takeBack(row, { client, household, locale });
    await decideProposal(client, id, 'undone');
    return { proposalId: id, bookingIds };
  });
}

/** @returns bookings that were made for it @throws UserError 409 for what cannot be taken back */
async function takeBack(
  { payload, booking_ids, kept }: StoredProposal,
  applying: Applying,
): Promise<string[]> {
  const { undo, undoable } = readProposal(payload);
  if (undo !== undefined && kept !== null) {
    await undo(kept, applying);
    return [];
  }
  const booked = booking_ids ?? [];
  if (!undoable || booked.length === 0) throw proposalConflict('proposal-not-undoable');
  return await undoBookingsIn(applying.client, booked);
}

/** What is proposed, as it is said once it is done. @throws UserError 404 */
export async function doneText(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<string> {
  const { payload } = await withHousehold(household, (client) => lockProposal(client, id));
  return readProposal(payload).done(locale);
}

function requireOpen({ status, expired }: StoredProposal): void {
  if (status === 'rejected' || status === 'undone') throw proposalConflict(`proposal-${status}`);
  if (expired) throw proposalConflict('proposal-expired');
}
