import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';

export interface OpenStreams {
  readonly ofHousehold: number;
  readonly ofUser: number;
}

/** The streams that are open, counted by one transaction of the household at a time. */
export async function countStreams(
  client: ClientBase,
  { householdId, userId }: HouseholdContext,
): Promise<OpenStreams> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [householdId]);
  await client.query('delete from event_streams where ends_at < now()');
  const { rows } = await client.query<OpenStreams>(
    `select count(*) as "ofHousehold", count(*) filter (where user_id = $1) as "ofUser"
     from event_streams`,
    [userId],
  );
  return rows[0] ?? { ofHousehold: 0, ofUser: 0 };
}

/** @param seconds how long the stream can last @returns its id */
export async function insertStream(
  client: ClientBase,
  { householdId, userId }: HouseholdContext,
  seconds: number,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into event_streams (household_id, user_id, ends_at)
     values ($1, $2, now() + make_interval(secs => $3)) returning id`,
    [householdId, userId, seconds],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The stream was not inserted');
  return row.id;
}

export async function deleteStream(client: ClientBase, id: string): Promise<void> {
  await client.query('delete from event_streams where id = $1', [id]);
}
