import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { requireOwner } from '#shared/households/member.ts';
import { lockMembers } from '#shared/households/member-store.ts';
import type { ErasureRun } from './erasure-run.ts';
import type { HouseholdErasure } from './erasure-schema.ts';
import * as store from './erasure-store.ts';

/** Starts an execution of the workflow; a name starts once. */
export type StartErasure = (
  workflow: 'household',
  name: string,
  input: Pick<ErasureRun, 'action' | 'householdId'>,
) => Promise<void>;

/**
 * Says what would be gone and gives a code; with a code that is good, closes the household and starts its
 * erasure.
 * @throws UserError 403 for all but owners, 409 for an unknown code
 */
export async function eraseHousehold(
  start: StartErasure,
  household: HouseholdContext,
  confirm: string | undefined,
): Promise<HouseholdErasure> {
  return await withHousehold(household, async (client) => {
    requireOwner(await lockMembers(client, household));
    const contents = await store.countContents(client);
    if (confirm === undefined) {
      const { id, expires_at } = await store.addConfirmation(client, household);
      const expiresAt = expires_at.toISOString();
      return { status: 'awaiting-confirmation', confirm: id, expiresAt, contents };
    }
    if (!(await store.isConfirmed(client, confirm, household.userId))) throw unknownConfirmation();
    await store.closeHousehold(client);
    // Before the end of the transaction: a household that nobody belongs to could not ask again. The
    // workflow waits a moment, and finds nothing to do when the transaction fails after all.
    const { householdId } = household;
    await start('household', `erase-${confirm}`, { action: 'erase', householdId });
    return { status: 'erasing', confirm: null, expiresAt: null, contents };
  });
}

function unknownConfirmation(): UserError {
  return new UserError('conflict', 'confirmation-unknown', {
    pl: 'Ten kod potwierdzenia wygasł albo nie jest Twój. Zacznij od nowa, bez kodu.',
    en: 'This confirmation code has expired or is not yours. Begin anew, without a code.',
  });
}
