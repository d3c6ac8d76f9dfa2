import { withHousehold } from '#shared/database/with-household.ts';
import { log } from '#shared/telemetry/log.ts';
import { increment } from '#shared/telemetry/record.ts';
import { addOcrPages } from './usage-store.ts';

/** Counts pages that were read as pictures. Never throws: to read them again would cost more than a wrong account. */
export async function countPages(
  household: { readonly householdId: string },
  kind: 'receipt' | 'document',
  pages: number,
): Promise<void> {
  if (pages === 0) return;
  increment('ocr_pages_total', { kind }, pages);
  await withHousehold(household, (client) =>
    addOcrPages(client, household.householdId, pages),
  ).catch((error: unknown) => log.warn('Pages were not written down', { error, pages }));
}
