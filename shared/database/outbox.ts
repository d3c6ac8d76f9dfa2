import type { ClientBase } from 'pg';
import type { Topic, Topics } from './outbox-topics.ts';

/** Puts a message into the outbox, to be sent once the transaction of `client` is committed. */
export async function enqueue<T extends Topic>(
  client: ClientBase,
  topic: T,
  payload: Topics[T],
): Promise<void> {
  await client.query('insert into outbox (household_id, topic, payload) values ($1, $2, $3)', [
    payload.householdId,
    topic,
    JSON.stringify(payload),
  ]);
}
