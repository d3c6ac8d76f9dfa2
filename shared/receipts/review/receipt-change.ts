import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { checkLimit } from '#shared/limits/household-limits.ts';
import { touchedItems } from '#shared/pantry/receipt-lot-store.ts';
import { restockReceipt } from '#shared/pantry/stock-receipt.ts';
import { today } from '#shared/pantry/today-store.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { linkDuplicate } from '#shared/receipts/records/duplicate-store.ts';
import type { ItemChange, ReceiptChange } from '#shared/receipts/records/receipt-schema.ts';
import {
  findReceipt,
  itemsOf,
  type ReceiptRow,
  rebalanceReceipt,
  updateReceipt,
} from '#shared/receipts/records/receipt-store.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { addItem } from './item-addition.ts';
import { correctItem } from './item-correction.ts';
import { confirmInTransaction } from './receipt-confirm.ts';

/** Reasons that no longer hold once a person made the sums agree. */
const RESOLVED_REASONS = [
  'no-items',
  'unreadable',
  'reading-cut-off',
  'no-total',
  'line-missing',
  'tax-table',
];

/** Corrects a receipt, balances it again and confirms it if requested. @throws UserError 404, 409, 412, 422, 428 */
export async function changeReceipt(
  request: ConditionalChange,
  id: string,
  change: ReceiptChange,
): Promise<void> {
  const { householdId } = request.household;
  await withHousehold(request.household, async (client) => {
    const row = await findReceipt(client, id, 'for update of r');
    requireMatch(request, row.version);
    await changeInTransaction(client, householdId, row, change);
  });
}

/** {@link changeReceipt} within a transaction. @param row the receipt, locked */
export async function changeInTransaction(
  client: ClientBase,
  householdId: string,
  { id, stocked_at }: Pick<ReceiptRow, 'id' | 'stocked_at'>,
  change: ReceiptChange,
): Promise<void> {
  if (change.date !== undefined && change.date > (await today(client))) throw inFuture();
  const items = await itemsOf(client, id);
  rejectRepeatedItems(change.items ?? []);
  const touched = await touchedItems(client, id);
  for (const one of change.items ?? []) {
    const item = items.find((each) => each.id === one.id);
    if (item === undefined) throw unknownItem(one.id);
    if (touched.has(one.id) && changesStock(one)) throw alreadyStocked();
    await correctItem(client, householdId, item, one);
  }
  const added = change.add ?? [];
  if (added.length > 0) checkLimit('receiptLines', items.length + added.length);
  for (const one of added) await addItem(client, householdId, id, one);
  const boughtOn = await updateReceipt(client, id, {
    merchantName: change.merchant?.name ?? null,
    date: change.date ?? null,
    totalMinor: minorOf(change.total),
  });
  await rebalanceReceipt(client, id, RESOLVED_REASONS);
  if ((change.date ?? change.total) !== undefined) {
    await linkDuplicate(client, householdId, id);
  }
  if (stocked_at !== null && boughtOn !== null) {
    await restockReceipt(client, householdId, id, boughtOn);
  }
  if (change.confirm) await confirmInTransaction(client, householdId, id);
}

function changesStock({ quantity, remove, kind }: ItemChange): boolean {
  return quantity !== undefined || remove !== undefined || kind !== undefined;
}

/** Two corrections of one line are ambiguous. */
function rejectRepeatedItems(items: readonly ItemChange[]): void {
  const ids = items.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return;
  const text = {
    pl: `Pozycja ${twice} jest podana dwa razy.`,
    en: `Item ${twice} is named twice.`,
  };
  throw new UserError('unprocessable', 'item-twice', text);
}

function inFuture(): UserError {
  const text = { pl: 'Ta data jeszcze nie nadeszła.', en: 'This day has not come yet.' };
  return new UserError('unprocessable', 'date-in-future', text);
}

function unknownItem(id: string): UserError {
  const text = { pl: `Paragon nie ma pozycji ${id}.`, en: `The receipt has no item ${id}.` };
  return new UserError('not-found', 'unknown-item', text);
}

/** What was bought has been used since, so its line stays. */
export function alreadyStocked(): UserError {
  return new UserError('conflict', 'already-stocked', {
    pl: 'Tego produktu już w spiżarni używano. Zmień go tam albo usuń paragon.',
    en: 'This food was used from the pantry already. Change it there, or delete the receipt.',
  });
}
