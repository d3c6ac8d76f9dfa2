import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { requireMatch } from '#shared/entry/etag.ts';
import type { Request } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import { addItem } from './item-addition.ts';
import { correctItem } from './item-correction.ts';
import { confirm } from './receipt-confirm.ts';
import { minorOf } from './receipt-quantity.ts';
import type { ItemChange, ReceiptChange } from './receipt-schema.ts';
import { findReceipt, itemsOf } from './receipt-store.ts';

/** Corrects a receipt, balances it again and, when that is wished, confirms it. @throws UserError 400, 404, 409, 412, 428 */
export async function changeReceipt(
  request: Pick<Request, 'headers' | 'household'>,
  id: string,
  change: ReceiptChange,
): Promise<void> {
  const { householdId } = request.household;
  await withHousehold(request.household, async (client) => {
    const row = await findReceipt(client, id, 'for update of r');
    requireMatch(request, row.version);
    const items = await itemsOf(client, id);
    for (const one of change.items ?? []) {
      const item = items.find((each) => each.id === one.id);
      if (item === undefined) throw unknownItem(one.id);
      if (row.stocked_at !== null && changesStock(one)) throw alreadyStocked();
      await correctItem(client, householdId, item, one);
    }
    for (const one of change.add ?? []) await addItem(client, householdId, id, one);
    const { rows } = await client.query<{ purchased_on: string | null }>(
      `update receipts set merchant_name = coalesce($2, merchant_name),
         purchased_on = coalesce($3, purchased_on), total_minor = coalesce($4, total_minor),
         reasons = case when $3::date is null then reasons else array_remove(reasons, 'no-date') end,
         version = version + 1 where id = $1 returning purchased_on`,
      [id, change.merchant?.name ?? null, change.date ?? null, minorOf(change.total)],
    );
    await rebalance(client, id);
    const boughtOn = rows[0]?.purchased_on ?? null;
    // Its other lines are in the pantry already; only what was added goes in.
    if (change.add !== undefined && row.stocked_at !== null && boughtOn !== null) {
      await stockReceipt(client, householdId, id, boughtOn);
    }
    if (change.confirm) await confirm(client, householdId, id);
  });
}

/** Items less discounts plus deposits against the total; computed where the rows are. */
async function rebalance(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `with sums as (
       select (select coalesce(sum(net_minor), 0) from receipt_items where receipt_id = $1)
            + (select coalesce(sum((deposit ->> 'amount')::int), 0)
               from receipts, jsonb_array_elements(deposits) deposit where id = $1) as goods)
     update receipts set balance_difference_minor = goods - total_minor,
       balance_ok = coalesce(goods = total_minor, false),
       reasons = case when goods = total_minor
         then array_remove(array_remove(reasons, 'does-not-balance'), 'no-total') else reasons end
     from sums where id = $1`,
    [id],
  );
}

function changesStock({ quantity, remove, kind }: ItemChange): boolean {
  return quantity !== undefined || remove !== undefined || kind !== undefined;
}

function unknownItem(id: string): UserError {
  const text = { pl: `Paragon nie ma pozycji ${id}.`, en: `The receipt has no item ${id}.` };
  return new UserError('bad-input', 'unknown-item', text);
}

function alreadyStocked(): UserError {
  return new UserError('conflict', 'already-stocked', {
    pl: 'Produkty są już w spiżarni. Zmień je tam albo usuń paragon.',
    en: 'The food is in the pantry already. Change it there, or delete the receipt.',
  });
}
