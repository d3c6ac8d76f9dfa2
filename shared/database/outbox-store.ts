import type { ClientBase } from 'pg';

/** A message that waits to be sent. */
export interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
  /** The request that it is a part of, as it was stored; null for none. */
  readonly trace: unknown;
  /** Its place in the order of sending. */
  readonly position: number;
}

/** Locks the next messages of some topics until the transaction ends; rows locked by others are skipped. */
export async function claimUnsent(
  client: ClientBase,
  topics: readonly string[],
  after: number,
  limit: number,
): Promise<OutboxRow[]> {
  const { rows } = await client.query<OutboxRow>(
    `select id, topic, payload, trace, position from outbox
     where sent_at is null and parked_at is null and topic = any($1) and position > $2
     order by position limit $3 for update skip locked`,
    [topics, after, limit],
  );
  return rows;
}

export async function markSent(client: ClientBase, ids: readonly string[]): Promise<void> {
  await client.query('update outbox set sent_at = now() where id = any($1)', [ids]);
}

/** @param detail the error of SQS, for the operator */
export async function park(
  client: ClientBase,
  id: string,
  reason: string,
  detail: string,
): Promise<void> {
  await client.query(
    'update outbox set parked_at = now(), parked_reason = $2, parked_detail = $3 where id = $1',
    [id, reason, detail.slice(0, 500)],
  );
}

/** Number of parked messages that the role can see. */
export async function countParked(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*) from outbox where parked_at is not null',
  );
  return rows[0]?.count ?? 0;
}
