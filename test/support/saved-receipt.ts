import { handler } from '#functions/api/receipts/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { call } from './call.ts';
import type { TestDatabase } from './database.ts';
import { matchedReceipt, SHOPPING } from './matched-receipt.ts';
import { newRun } from './uploads.ts';

export const RECEIPTS = '/api/v2/receipts';
export const RECEIPT = '/api/v2/receipts/{receiptId}';

/** A line that the reader missed: the sums are 4.99 apart. */
export const LINE_LOST = SHOPPING.filter((line) => !line.startsWith('CHLEB'));

/** A receipt of a household of its own, saved as the workflow's last step does. */
export async function newReceipt(database: TestDatabase, lines: readonly string[] = SHOPPING) {
  const household = await database.newHousehold();
  return { household, receiptId: await another(database, household, lines) };
}

/** One more receipt of the household: other bytes, whatever is printed. @returns its id */
export async function another(
  database: TestDatabase,
  household: HouseholdContext,
  lines: readonly string[],
): Promise<string> {
  database.actAsApp();
  await saveReceipt(await newRun(household), matchedReceipt(lines));
  const list = await call(handler, { resource: RECEIPTS, household });
  return String(list.json.items[0].id);
}

export const read = (household: HouseholdContext, receiptId: string) =>
  call(handler, { resource: RECEIPT, params: { receiptId }, household });

/** Corrects the receipt as it is now. */
export async function change(household: HouseholdContext, receiptId: string, body: object) {
  const { headers } = await read(household, receiptId);
  return await call(handler, {
    method: 'PATCH',
    resource: RECEIPT,
    params: { receiptId },
    household,
    body,
    headers: { 'If-Match': headers.etag ?? '' },
  });
}

export const confirm = (household: HouseholdContext, receiptId: string) =>
  call(handler, {
    method: 'POST',
    resource: `${RECEIPT}/confirm`,
    params: { receiptId },
    household,
  });

export const remove = (household: HouseholdContext, receiptId: string) =>
  call(handler, { method: 'DELETE', resource: RECEIPT, params: { receiptId }, household });
