import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Page } from '#shared/paging/page.ts';
import { today } from '#shared/pantry/today-store.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { baseUnitOf, writtenAmount } from '#shared/quantities/base-unit.ts';
import type { MinimumView, NewMinimum } from './minimum-schema.ts';
import { deleteMinimum, selectMinimums, selectStock, upsertMinimum } from './minimum-store.ts';
import { type Minimum, missingOf, type StockedAmount, stockedOf } from './missing.ts';
import { restockList } from './restock-list.ts';

/** All of them on one page, with what the pantry has. */
export async function pageOfMinimums(household: HouseholdContext): Promise<Page<MinimumView>> {
  return await withHousehold(household, pageIn);
}

/** @throws UserError 409 when there are too many */
export async function setMinimum(
  household: HouseholdContext,
  { name, quantity }: NewMinimum,
  locale: Locale,
): Promise<Page<MinimumView>> {
  return await withHousehold(household, async (client) => {
    const productId = matchProduct(name, await readAliases(client)).product?.id ?? null;
    await upsertMinimum(client, household.householdId, { productId, name, quantity });
    await restockList(client, locale);
    return await pageIn(client);
  });
}

/** @throws UserError 404 */
export async function removeMinimum(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<void> {
  await withHousehold(household, async (client) => {
    await deleteMinimum(client, id);
    await restockList(client, locale);
  });
}

async function pageIn(client: ClientBase): Promise<Page<MinimumView>> {
  const stock = await selectStock(client, await today(client));
  const minimums = await selectMinimums(client);
  return { items: minimums.map((minimum) => showMinimum(minimum, stock)), next: null };
}

function showMinimum(minimum: Minimum, stock: readonly StockedAmount[]): MinimumView {
  const { unit } = minimum.quantity;
  const [, factor] = baseUnitOf(unit);
  const written = (amount: number) => ({ value: writtenAmount(amount / factor), unit });
  const missing = missingOf(minimum, stock, []);
  return {
    ...minimum,
    inStock: written(stockedOf(minimum, stock)),
    missing: missing === 0 ? null : written(missing),
  };
}
