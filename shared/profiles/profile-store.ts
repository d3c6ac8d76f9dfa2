import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Profile, ProfileChange } from './profile.ts';

interface Row {
  readonly role: Profile['role'];
  readonly locale: Profile['locale'];
  readonly zone: string;
  readonly units: Profile['units'];
  readonly default_location: Profile['defaultLocation'];
  readonly member_version: number;
  readonly household_version: number;
}

export interface StoredProfile {
  readonly profile: Profile;
  /** Combines the versions of the member's and the household's row. */
  readonly version: string;
}

/** The profile of the caller. @param lock `for update` when it will be changed in this transaction */
export async function readProfile(
  client: ClientBase,
  household: HouseholdContext,
  lock: 'for update' | '' = '',
): Promise<StoredProfile | undefined> {
  const { rows } = await client.query<Row>(
    `select m.role, m.locale, h.zone, m.units, m.default_location,
       m.version as member_version, h.version as household_version
     from members m join households h using (household_id)
     where m.user_id = $1 ${lock}`,
    [household.userId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { householdId, userId, scopes } = household;
  return {
    profile: {
      householdId,
      userId,
      role: row.role,
      scopes: [...scopes],
      locale: row.locale,
      zone: row.zone,
      units: row.units,
      defaultLocation: row.default_location,
    },
    version: `${row.member_version}.${row.household_version}`,
  };
}

/** What of a profile says how things are shown, and where. */
export type Settings = Pick<Profile, 'units' | 'zone' | 'defaultLocation'>;

/** The settings of a member; undefined for who is none any more. */
export async function readSettings(
  client: ClientBase,
  userId: string,
): Promise<Settings | undefined> {
  const { rows } = await client.query<Settings>(
    `select m.units, h.zone, m.default_location as "defaultLocation"
     from members m join households h using (household_id)
     where m.user_id = $1`,
    [userId],
  );
  return rows[0];
}

/** Writes the given settings. */
export async function changeProfile(
  client: ClientBase,
  { userId }: HouseholdContext,
  { zone, ...own }: ProfileChange,
): Promise<void> {
  if (zone !== undefined) {
    await client.query('update households set zone = $1, version = version + 1', [zone]);
  }
  if (Object.keys(own).length === 0) return;
  await client.query(
    `update members set
       locale = coalesce($2, locale),
       units = coalesce($3, units),
       default_location = case when $4 then $5::jsonb else default_location end,
       version = version + 1
     where user_id = $1`,
    [
      userId,
      own.locale ?? null,
      own.units ?? null,
      own.defaultLocation !== undefined,
      own.defaultLocation === undefined ? null : JSON.stringify(own.defaultLocation),
    ],
  );
}
