import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { today } from '#shared/pantry/today-store.ts';
import { type RecentReceipt, recentReceipts } from '#shared/receipts/records/recent-store.ts';
import { type RecentUpload, recentUploads } from '#shared/uploads/recent-store.ts';

/** Of older ones nobody talks; the list of receipts has them all. */
const MAX_RECEIPTS = 60;
const MAX_UPLOADS = 20;

/** A household's receipts and their files as they are now, the newest first. */
export interface ReceiptSnapshot {
  readonly day: string;
  readonly receipts: readonly RecentReceipt[];
  readonly uploads: readonly RecentUpload[];
}

export async function readReceipts(
  household: Pick<HouseholdContext, 'householdId'>,
): Promise<ReceiptSnapshot> {
  return await withHousehold(household, async (client) => ({
    day: await today(client),
    receipts: await recentReceipts(client, MAX_RECEIPTS),
    uploads: await recentUploads(client, MAX_UPLOADS),
  }));
}
