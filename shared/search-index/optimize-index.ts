import { withHousehold } from '#shared/database/with-household.ts';
import { openCurrent } from './current-dataset.ts';
import type { Household, IndexDeps } from './index-writer.ts';
import { endOptimizing, lockSearchIndex } from './search-index-store.ts';

/** Readers refresh with every search; none reads what was replaced longer ago than any of them takes. */
const READ_FOR_MS = 5 * 60_000;

/** Merges what many small writes left, and takes what was deleted out of the files. */
export async function optimizeIndex(household: Household, deps: IndexDeps): Promise<void> {
  await withHousehold(household, async (client) => {
    const index = await lockSearchIndex(client, household.householdId);
    const dataset = await openCurrent(index, deps);
    const before = new Date(Date.now() - READ_FOR_MS);
    if (index.purge) await dataset?.purge(before);
    await dataset?.optimize(before);
    await endOptimizing(client, (await dataset?.version()) ?? index.version);
  });
}
