import type { ClientBase } from 'pg';
import type { Channel } from './target-store.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly position: number;
  readonly householdId: string | null;
  readonly channel: Channel;
  readonly type: string;
  readonly data: unknown;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

const COLUMNS = `id, position, household_id as "householdId", channel, type, data, status, attempts,
  problem, created_at as "createdAt", sent_at as "sentAt"`;

export interface NewDelivery {
  readonly householdId: string | null;
  readonly channel: Channel;
  readonly type: string;
  /** The same event of a household is delivered once over each channel. */
  readonly eventKey: string;
  readonly data: object;
}

/** @returns its id; nothing where the event was noted before */
export async function insertDelivery(
  client: ClientBase,
  delivery: NewDelivery,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `insert into notification_deliveries (household_id, channel, type, event_key, data)
     values ($1, $2, $3, $4, $5)
     on conflict (household_id, channel, event_key) do nothing returning id`,
    [
      delivery.householdId,
      delivery.channel,
      delivery.type,
      delivery.eventKey,
      JSON.stringify(delivery.data),
    ],
  );
  return rows[0]?.id;
}

/** Locks a delivery until the transaction ends, unless another sends it just now. */
export async function claimWaiting(
  client: ClientBase,
  id: string,
): Promise<DeliveryRow | undefined> {
  const { rows } = await client.query<DeliveryRow>(
    `select ${COLUMNS} from notification_deliveries
     where id = $1 and status = 'waiting' for update skip locked`,
    [id],
  );
  return rows[0];
}

export async function noteSent(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update notification_deliveries
     set status = 'sent', sent_at = now(), attempts = attempts + 1, problem = null where id = $1`,
    [id],
  );
}

/** @param isLast it is given up */
export async function noteFailure(
  client: ClientBase,
  id: string,
  problem: string,
  isLast: boolean,
): Promise<void> {
  await client.query(
    `update notification_deliveries
     set status = $3, attempts = attempts + 1, problem = $2 where id = $1`,
    [id, problem, isLast ? 'failed' : 'waiting'],
  );
}

/** @returns false when there is none that failed */
export async function waitAgain(
  client: ClientBase,
  householdId: string | null,
  id: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update notification_deliveries set status = 'waiting', attempts = 0
     where id = $1 and household_id is not distinct from $2 and status = 'failed'`,
    [id, householdId],
  );
  return rowCount === 1;
}

export async function findDelivery(
  client: ClientBase,
  householdId: string | null,
  id: string,
): Promise<DeliveryRow | undefined> {
  const { rows } = await client.query<DeliveryRow>(
    `select ${COLUMNS} from notification_deliveries
     where id = $1 and household_id is not distinct from $2`,
    [id, householdId],
  );
  return rows[0];
}

/** A page of the log, the newest first. */
export async function selectDeliveries(
  client: ClientBase,
  householdId: string | null,
  limit: number,
  after: number | undefined,
): Promise<DeliveryRow[]> {
  const { rows } = await client.query<DeliveryRow>(
    `select ${COLUMNS} from notification_deliveries
     where household_id is not distinct from $1 and ($3::bigint is null or position < $3)
     order by position desc limit $2`,
    [householdId, limit, after ?? null],
  );
  return rows;
}
