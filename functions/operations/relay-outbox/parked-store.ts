import type { ClientBase } from 'pg';

/** A parked message as an operator sees it. Its payload may be personal data and stays out. */
export interface ParkedMessage {
  readonly id: string;
  readonly householdId: string;
  readonly topic: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly parkedAt: Date;
}

/** Parks what waits with a topic that goes to no queue. */
export async function parkUndeliverable(
  client: ClientBase,
  topics: { readonly known: readonly string[]; readonly sendable: readonly string[] },
  limit: number,
): Promise<Pick<ParkedMessage, 'id' | 'topic' | 'reason'>[]> {
  const { rows } = await client.query<Pick<ParkedMessage, 'id' | 'topic' | 'reason'>>(
    `update outbox set parked_at = now(), parked_detail = null,
       parked_reason = case when topic = any($1) then 'queue-not-configured' else 'unknown-topic' end
     where id in (
       select id from outbox where sent_at is null and parked_at is null and topic <> all($2)
       order by position limit $3 for update skip locked)
     returning id, topic, parked_reason as reason`,
    [topics.known, topics.sendable, limit],
  );
  return rows;
}

/** The oldest hundred. */
export async function listParked(client: ClientBase): Promise<ParkedMessage[]> {
  const { rows } = await client.query<ParkedMessage>(
    `select id, household_id as "householdId", topic, parked_reason as reason,
       parked_detail as detail, created_at as "createdAt", parked_at as "parkedAt"
     from outbox where parked_at is not null order by parked_at, position limit 100`,
  );
  return rows;
}

/** Puts parked messages back among those that wait; of all, those parked longest. @returns how many */
export async function unpark(
  client: ClientBase,
  which: 'all' | readonly string[],
  limit: number,
): Promise<number> {
  const { rowCount } = await client.query(
    `update outbox set parked_at = null, parked_reason = null, parked_detail = null
     where id in (
       select id from outbox
       where parked_at is not null and ($1::uuid[] is null or id = any($1))
       order by parked_at, position limit $2 for update skip locked)`,
    [which === 'all' ? null : which, limit],
  );
  return rowCount ?? 0;
}

/** Only what is parked: what waits to be sent stays. @returns how many */
export async function discardParked(client: ClientBase, ids: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    'delete from outbox where parked_at is not null and id = any($1)',
    [ids],
  );
  return rowCount ?? 0;
}

/** How long a sent message stays for the analysis of faults. */
const KEEP_SENT = '7 days';

export async function deleteOldSent(client: ClientBase): Promise<void> {
  await client.query(`delete from outbox where sent_at < now() - interval '${KEEP_SENT}'`);
}
