import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { addLotIn } from '#shared/pantry/add-lot.ts';
import type { NewLot } from '#shared/pantry/lot.ts';
import { writtenAmount } from '#shared/quantities/base-unit.ts';
import { claimTicks, lockList, updateList } from './list-store.ts';
import type { ShoppingItem, Tick } from './shopping-schema.ts';
import { type ShownList, shown } from './show-list.ts';

/**
 * Applies ticks in their order, all or none. One that was applied before changes nothing, so a phone that
 * was offline sends all it has; two people who tick at once wait for each other and lose nothing.
 * @throws UserError 404 `unknown-item`; 409 when the pantry is full; 422 `amount-unknown`
 */
export async function tickItems(
  household: HouseholdContext,
  listId: string,
  ticks: readonly Tick[],
): Promise<ShownList> {
  return await withHousehold(household, async (client) => {
    const stored = await lockList(client, listId);
    const ids = ticks.map(({ id }) => id);
    const fresh = new Set(await claimTicks(client, household.householdId, listId, ids));
    if (fresh.size === 0) return shown(stored);
    const items = new Map(stored.items.map((item) => [item.id, item]));
    for (const tick of ticks) {
      if (!fresh.delete(tick.id)) continue;
      const item = items.get(tick.itemId);
      if (item === undefined) throw unknownItem(tick.itemId);
      items.set(item.id, await ticked(client, household, item, tick));
    }
    return shown(await updateList(client, { ...stored, items: [...items.values()] }));
  });
}

/** What is in the pantry already is not put there again. */
async function ticked(
  client: ClientBase,
  household: HouseholdContext,
  item: ShoppingItem,
  { ticked, stock }: Tick,
): Promise<ShoppingItem> {
  if (!ticked || stock === undefined || item.bookingId !== null) return { ...item, ticked };
  const { quantity = boughtOf(item), location } = stock;
  const lot = { product: { name: item.name }, quantity, ...(location && { location }) };
  const { lot: added } = await addLotIn(client, household.householdId, lot);
  return { ...item, ticked, bookingId: added.bookingId };
}

/** All of the packs; without packs, what was needed. */
function boughtOf({ name, packs, needed }: ShoppingItem): NewLot['quantity'] {
  if (packs !== null) {
    const value = writtenAmount(packs.count * Number(packs.size.value));
    return { value, unit: packs.size.unit };
  }
  if (needed !== null) return needed;
  throw new UserError('unprocessable', 'amount-unknown', {
    pl: `Nie wiadomo, ile kupiono: ${name}. Podaj „quantity”.`,
    en: `It is not known how much was bought of ${name}. Give “quantity”.`,
  });
}

function unknownItem(id: string): UserError {
  return new UserError('not-found', 'unknown-item', {
    pl: `Na liście nie ma pozycji ${id}.`,
    en: `The list has no item ${id}.`,
  });
}
