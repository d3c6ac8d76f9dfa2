import type { ClientBase } from 'pg';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { lotsOfReceipt } from './lots-of-receipt.ts';
import {
  foodItems,
  insertReceiptLots,
  markStocked,
  removeUntouchedLots,
  updateUntouchedLots,
} from './receipt-lot-store.ts';

/**
 * Puts the food of a receipt into the pantry, each line as a lot with an expiry of its own. Lines
 * that are in it already stay as they are, so doing it twice adds nothing.
 * @returns how many lots were added
 * @throws UserError 409 when the pantry is full
 */
export async function stockReceipt(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  boughtOn: string,
): Promise<number> {
  const lots = await readLots(client, receiptId, boughtOn);
  const added = await insertReceiptLots(client, householdId, lots);
  if (added > 0) await requireWithinLimit(client, 'lots');
  await markStocked(client, receiptId);
  return added;
}

/**
 * Brings what a receipt put into the pantry up to its corrected lines and date: amount, product,
 * place and expiry of every lot that is untouched. What is no food leaves, what has become
 * food comes in.
 */
export async function restockReceipt(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  boughtOn: string,
): Promise<void> {
  await removeUntouchedLots(client, receiptId, 'non-food');
  await updateUntouchedLots(client, await readLots(client, receiptId, boughtOn));
  await stockReceipt(client, householdId, receiptId, boughtOn);
}

async function readLots(client: ClientBase, receiptId: string, boughtOn: string) {
  const items = await foodItems(client, receiptId);
  return lotsOfReceipt(items, boughtOn, await readLearned(client));
}
