import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { requireMatch } from '#shared/entry/etag.ts';
import type { Request } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { restockReceipt, touchedLines } from '#shared/pantry/restock-receipt.ts';
import { today } from '#shared/pantry/today.ts';
import { addItem } from './item-addition.ts';
import { correctItem } from './item-correction.ts';
import { confirm } from './receipt-confirm.ts';
import { minorOf } from './receipt-quantity.ts';
import type { ItemChange, ReceiptChange } from './receipt-schema.ts';
import { findReceipt, itemsOf } from './receipt-store.ts';
import { linkSameShopping } from './same-shopping.ts';

/** What is said no more of a receipt once its sums agree. */
const BALANCED = [
  'no-items',
  'unreadable',
  'reading-cut-off',
  'no-total',
  'line-missing',
  'tax-table',
];

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
    if (change.date !== undefined && change.date > (await today(client))) throw inFuture();
    const items = await itemsOf(client, id);
    refuseTwice(change.items ?? []);
    const touched = await touchedLines(client, id);
    for (const one of change.items ?? []) {
      const item = items.find((each) => each.id === one.id);
      if (item === undefined) throw unknownItem(one.id);
      if (touched.has(one.id) && changesStock(one)) throw alreadyStocked();
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
    if ((change.date ?? change.total) !== undefined) {
      await linkSameShopping(client, householdId, id);
    }
    const boughtOn = rows[0]?.purchased_on ?? null;
    if (row.stocked_at !== null && boughtOn !== null) {
      await restockReceipt(client, householdId, id, boughtOn);
    }
    if (change.confirm) await confirm(client, householdId, id);
  });
}

/**
 * Items less discounts plus deposits against the total; computed where the rows are. What a person
 * made agree is no longer missing a line, nor against the tax table.
 */
async function rebalance(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `with sums as (
       select (select coalesce(sum(net_minor), 0) from receipt_items where receipt_id = $1)
            + (select coalesce(sum((deposit ->> 'amount')::int), 0)
               from receipts, jsonb_array_elements(deposits) deposit where id = $1) as goods)
     update receipts set balance_difference_minor = goods - total_minor,
       balance_ok = coalesce(goods = total_minor, false),
       reasons = (select coalesce(array_agg(reason), '{}') from unnest(reasons) reason
           where reason <> 'does-not-balance' and not (goods = total_minor and reason = any($2)))
         || case when goods <> total_minor then array['does-not-balance'] else '{}' end
     from sums where id = $1`,
    [id, BALANCED],
  );
}

function changesStock({ quantity, remove, kind }: ItemChange): boolean {
  return quantity !== undefined || remove !== undefined || kind !== undefined;
}

/** Of two corrections of one line nobody could say which holds. */
function refuseTwice(items: readonly ItemChange[]): void {
  const ids = items.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return;
  const text = {
    pl: `Pozycja ${twice} jest podana dwa razy.`,
    en: `Item ${twice} is named twice.`,
  };
  throw new UserError('bad-input', 'item-twice', text);
}

function inFuture(): UserError {
  const text = { pl: 'Ta data jeszcze nie nadeszła.', en: 'This day has not come yet.' };
  return new UserError('bad-input', 'date-in-future', text);
}

function unknownItem(id: string): UserError {
  const text = { pl: `Paragon nie ma pozycji ${id}.`, en: `The receipt has no item ${id}.` };
  return new UserError('bad-input', 'unknown-item', text);
}

function alreadyStocked(): UserError {
  return new UserError('conflict', 'already-stocked', {
    pl: 'Tego produktu już w spiżarni używano. Zmień go tam albo usuń paragon.',
    en: 'This food was used from the pantry already. Change it there, or delete the receipt.',
  });
}
