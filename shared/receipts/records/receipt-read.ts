import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import type { Receipt } from './receipt-schema.ts';
import { findReceipt, itemsOf } from './receipt-store.ts';
import { showReceipt } from './receipt-view.ts';

/**
 * One receipt as the API shows it, with its version.
 * @param presignGet makes a link to the photograph in storage
 * @throws UserError 404
 */
export async function readReceipt(
  household: HouseholdContext,
  id: string,
  presignGet: (key: string) => Promise<string>,
): Promise<{ receipt: Receipt; version: number }> {
  const { row, items } = await withHousehold(household, async (client) => ({
    row: await findReceipt(client, id),
    items: await itemsOf(client, id),
  }));
  const url = await presignGet(uploadKey(household.householdId, row.upload_id));
  return { receipt: showReceipt(row, items, url), version: row.version };
}
