import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Household } from './index-writer.ts';

/** Has the index built anew; the writer does it. */
export async function requestRebuild({ householdId }: Household): Promise<void> {
  await withHousehold({ householdId }, (client) =>
    enqueue(client, 'index.rebuild', { rebuild: true, householdId }),
  );
  await relayHousehold({ householdId });
}
