import type { ClientBase } from 'pg';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import type { Topic, Topics } from './outbox-topics.ts';

/**
 * Puts a message into the outbox, to be sent once the transaction of `client` is committed, by whoever
 * comes first: with it stays the request that it is a part of.
 */
export async function enqueue<T extends Topic>(
  client: ClientBase,
  topic: T,
  payload: Topics[T],
): Promise<void> {
  await client.query(
    'insert into outbox (household_id, topic, payload, trace) values ($1, $2, $3, $4)',
    [payload.householdId, topic, JSON.stringify(payload), currentTrace() ?? null],
  );
}
