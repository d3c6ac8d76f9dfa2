import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import type { ProfileChange } from './profile.ts';
import { changeProfile, readProfile, type StoredProfile } from './profile-store.ts';

/** The caller's profile. @throws UserError `not-found` when the member was removed meanwhile */
export async function readOwnProfile(household: HouseholdContext): Promise<StoredProfile> {
  return orNotFound(await withHousehold(household, (client) => readProfile(client, household)));
}

/** Changes the caller's settings if they still have the version that the caller read. @throws UserError 412, 428 */
export async function changeOwnProfile(
  request: ConditionalChange,
  change: ProfileChange,
): Promise<StoredProfile> {
  const household = request.household;
  return await withHousehold(household, async (client) => {
    const { version } = orNotFound(await readProfile(client, household, 'for update'));
    requireMatch(request, version);
    await changeProfile(client, household, change);
    return orNotFound(await readProfile(client, household));
  });
}

function orNotFound(stored: StoredProfile | undefined): StoredProfile {
  if (stored !== undefined) return stored;
  throw notFound({
    pl: 'Nie ma już takiego domownika.',
    en: 'There is no such member any more.',
  });
}
