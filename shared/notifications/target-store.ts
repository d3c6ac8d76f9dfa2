import type { ClientBase } from 'pg';

export type Channel = 'webhook';

export interface TargetRow {
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly expiryDays: number | null;
  readonly createdAt: Date;
}

const COLUMNS = 'id, channel, address, expiry_days as "expiryDays", created_at as "createdAt"';

/** Of a household, or of the installation (null). */
export async function selectTargets(
  client: ClientBase,
  householdId: string | null,
): Promise<TargetRow[]> {
  const { rows } = await client.query<TargetRow>(
    `select ${COLUMNS} from notification_targets
     where household_id is not distinct from $1 order by channel`,
    [householdId],
  );
  return rows;
}

/** Puts another in the place of what was there: a new address has a new id, and so another key. */
export async function replaceTarget(
  client: ClientBase,
  householdId: string | null,
  channel: Channel,
  target: Pick<TargetRow, 'address' | 'expiryDays'>,
): Promise<TargetRow> {
  await deleteTarget(client, householdId, channel);
  const { rows } = await client.query<TargetRow>(
    `insert into notification_targets (household_id, channel, address, expiry_days)
     values ($1, $2, $3, $4) returning ${COLUMNS}`,
    [householdId, channel, target.address, target.expiryDays],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The insert returned no row');
  return row;
}

export async function deleteTarget(
  client: ClientBase,
  householdId: string | null,
  channel: Channel,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'delete from notification_targets where household_id is not distinct from $1 and channel = $2',
    [householdId, channel],
  );
  return rowCount === 1;
}
