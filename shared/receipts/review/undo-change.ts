import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';
import { removeUntouchedLot, touchedItems } from '#shared/pantry/receipt-lot-store.ts';
import { restockReceipt } from '#shared/pantry/stock-receipt.ts';
import { normaliseName } from '#shared/products/normalise.ts';
import type { ReceiptChange } from '#shared/receipts/records/receipt-schema.ts';
import { findReceipt, type ItemRow, itemsOf } from '#shared/receipts/records/receipt-store.ts';
import { renameStocked } from './item-correction.ts';
import { alreadyStocked, changeInTransaction } from './receipt-change.ts';
import { changedLines, type KeptReceipt, keepReceipt, restoreReceipt } from './undo-store.ts';

/**
 * Changes a receipt that is still in the version in which the change was proposed.
 * @returns what {@link undoChange} needs to take it back
 * @throws UserError 404, 409 `receipt-changed`, and as the change itself
 */
export async function changeUndoably(
  client: ClientBase,
  householdId: string,
  { receiptId, version }: Pick<KeptReceipt, 'receiptId' | 'version'>,
  change: ReceiptChange,
): Promise<KeptReceipt> {
  const row = await findReceipt(client, receiptId, 'for update of r');
  if (row.version !== version) throw receiptChanged();
  const items = await itemsOf(client, receiptId);
  const kept = await keepReceipt(client, receiptId, taughtNames(items, change));
  await changeInTransaction(client, householdId, row, change);
  return { ...kept, version: (await findReceipt(client, receiptId)).version };
}

/**
 * Takes a change back: the receipt, what was learned of it, and what follows of it in the pantry.
 * @throws UserError 404; 409 `receipt-changed` when it was changed since, `already-stocked` when food of a line that would go was used
 */
export async function undoChange(
  client: ClientBase,
  householdId: string,
  kept: KeptReceipt,
): Promise<void> {
  const { receiptId } = kept;
  const row = await findReceipt(client, receiptId, 'for update of r');
  if (row.version !== kept.version) throw receiptChanged();
  const touched = await touchedItems(client, receiptId);
  const changed = await changedLines(client, kept);
  for (const { id, was } of changed) {
    if (was !== null) continue;
    if (touched.has(id)) throw alreadyStocked();
    await removeUntouchedLot(client, id);
  }
  await restoreReceipt(client, kept);
  if (row.stocked_at === null) return;
  for (const { id, was } of changed) {
    if (was === null || was.product_name === null) continue;
    await renameStocked(client, id, { ...was, product_name: was.product_name });
  }
  const { purchased_on: boughtOn } = await findReceipt(client, receiptId);
  if (boughtOn !== null) await restockReceipt(client, householdId, receiptId, boughtOn);
}

function taughtNames(items: readonly ItemRow[], { items: changes = [] }: ReceiptChange): string[] {
  const ids = new Set(changes.map(({ id }) => id));
  return items
    .filter(({ id }) => ids.has(id))
    .map(({ printed_name, name }) => normaliseName(printed_name ?? name));
}

function receiptChanged(): UserError {
  return new UserError('conflict', 'receipt-changed', {
    pl: 'Ten paragon zmieniono w międzyczasie. Zapytaj o niego jeszcze raz.',
    en: 'This receipt was changed meanwhile. Ask about it again.',
  });
}
