import type { PoolClient } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Run } from './workflow.ts';

/**
 * Makes a change by which an upload is past reading, and says so: the place it held is for another one.
 * @param change in the transaction of the message about it
 */
export async function endReading(
  run: Run,
  change: (client: PoolClient) => Promise<unknown>,
): Promise<void> {
  const { householdId, uploadId } = run;
  await withHousehold(run, async (client) => {
    await change(client);
    await enqueue(client, 'reading.ended', { readingEnded: uploadId, householdId });
  });
  await relayHousehold(run);
}
