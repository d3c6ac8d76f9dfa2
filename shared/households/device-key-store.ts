import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import {
  type CreatedDeviceKey,
  type DeviceKey,
  generateKey,
  hashKey,
  type NewDeviceKey,
} from './device-key.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scopes: DeviceKey['scopes'];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

const COLUMNS = 'id, name, scopes, created_at, last_used_at';

function toDeviceKey(row: Row): DeviceKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

/**
 * Creates a key that acts for the caller.
 * @throws UserError `forbidden` when its scopes exceed the caller's, 409 when there are as many as may be
 */
export async function addDeviceKey(
  household: HouseholdContext,
  request: NewDeviceKey,
): Promise<CreatedDeviceKey> {
  const scopes = [...new Set(request.scopes)];
  if (!scopes.every((scope) => household.scopes.includes(scope))) {
    throw new UserError('forbidden', 'scope-not-yours', {
      pl: 'Klucz nie może mieć większych uprawnień niż Twoje.',
      en: 'A key cannot be allowed more than you are.',
    });
  }
  const key = generateKey();
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Row>(
      `insert into device_keys (household_id, user_id, name, hash, scopes)
       values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
      [household.householdId, household.userId, request.name, hashKey(key), scopes],
    );
    await requireWithinLimit(client, 'deviceKeys');
    const row = rows[0];
    if (row === undefined) throw new Error('The insert returned no row');
    return { ...toDeviceKey(row), key };
  });
}

/** The household's keys, the newest first. */
export async function listDeviceKeys(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<DeviceKey>> {
  const after = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from device_keys where $2::uuid is null or id < $2
       order by id desc limit $1`,
      [limit + 1, after ?? null],
    );
    return toPage(rows, limit, toDeviceKey, ({ id }) => id);
  });
}

/** Revokes the key. @throws UserError `not-found` */
export async function removeDeviceKey(household: HouseholdContext, id: string): Promise<void> {
  const { rowCount } = await withHousehold(household, (client) =>
    client.query('delete from device_keys where id = $1', [id]),
  );
  if (rowCount === 0) {
    throw notFound({ pl: 'Nie ma takiego klucza.', en: 'There is no such key.' });
  }
}
