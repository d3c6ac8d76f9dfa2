import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { TestDatabase } from './database.ts';

/** Enqueues a message identified by `attempt`, in a transaction of its own. */
export async function enqueueAttempt(
  { householdId }: HouseholdContext,
  attempt: number,
): Promise<void> {
  const payload = { uploadId: householdId, householdId, attempt };
  await withHousehold({ householdId }, (client) => enqueue(client, 'receipt.requested', payload));
}

/** A row as a newer or a faulty release leaves it. @returns its id */
export async function insertOutboxRow(
  database: TestDatabase,
  { householdId }: HouseholdContext,
  topic: string,
  payload: unknown,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'insert into outbox (household_id, topic, payload) values ($1, $2, $3) returning id',
    [householdId, topic, JSON.stringify(payload)],
  );
  if (row === undefined) throw new Error('no row');
  return row.id;
}

/** What became of a message. */
export async function outboxRow(database: TestDatabase, id: string) {
  const [row] = await database.query<{
    sent: boolean;
    parked: Date | null;
    reason: string | null;
    detail: string | null;
  }>(
    `select sent_at is not null as sent, parked_at as parked, parked_reason as reason,
       parked_detail as detail from outbox where id = $1`,
    [id],
  );
  return row;
}
