import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import type { ProfileChange } from './profile.ts';
import { changeProfile, readProfile, type StoredProfile } from './profile-store.ts';

/** The caller's profile. @throws UserError `not-found` when the member was removed meanwhile */
export async function ownProfile(who: HouseholdContext): Promise<StoredProfile> {
  return found(await withHousehold(who, (client) => readProfile(client, who)));
}

/** Changes the caller's settings if they are still what the caller saw. @throws UserError 412, 428 */
export async function changeOwnProfile(
  request: ConditionalChange,
  change: ProfileChange,
): Promise<StoredProfile> {
  const who = request.household;
  return await withHousehold(who, async (client) => {
    const { version } = found(await readProfile(client, who, 'for update'));
    requireMatch(request, version);
    await changeProfile(client, who, change);
    return found(await readProfile(client, who));
  });
}

function found(stored: StoredProfile | undefined): StoredProfile {
  if (stored !== undefined) return stored;
  throw notFound({
    pl: 'Nie ma już takiego domownika.',
    en: 'There is no such member any more.',
  });
}
