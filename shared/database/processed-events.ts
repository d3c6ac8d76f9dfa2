import type { ClientBase } from 'pg';

/**
 * Whether this consumer sees the event for the first time. Ask inside the transaction of the
 * effect: both are kept or neither is, and of two at once the second waits for the first.
 */
export async function once(
  client: ClientBase,
  consumer: string,
  eventId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into processed_events (consumer, event_id) values ($1, $2) on conflict do nothing`,
    [consumer, eventId],
  );
  return rowCount === 1;
}
