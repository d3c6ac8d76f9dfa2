import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ruleOfFood, usualPlace } from '#shared/expiry/food.ts';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { dated } from './expiry-change.ts';
import type { Lot, NewLot } from './lot.ts';
import { foodOfLot, type LotFood } from './lot-food.ts';
import { showLot } from './lot-row.ts';
import { insertLot, type LotInsert } from './lot-store.ts';
import { today } from './today-store.ts';

/**
 * Adds a lot by hand; product, place and expiry come from the shipped tables where not given.
 * @throws UserError 409 when the pantry is full
 */
export async function addLot(household: HouseholdContext, lot: NewLot) {
  return await withHousehold(household, (client) => addLotIn(client, household.householdId, lot));
}

/** The same in the caller's transaction; bookings of one `group` are undone together. */
export async function addLotIn(
  client: ClientBase,
  householdId: string,
  lot: NewLot,
  group?: string,
) {
  const complete = await completedLot(client, lot);
  const { bookingId, row } = await insertLot(client, householdId, complete, group);
  await requireWithinLimit(client, 'lots');
  return { lot: { ...showLot(row), bookingId }, version: row.version };
}

/** A lot as it will be added, with what the shipped tables and the household's own past say of it. */
export async function completedLot(client: ClientBase, lot: NewLot): Promise<LotInsert> {
  const { product, category } = matchProduct(lot.product.name, await readAliases(client));
  const kept = {
    product_key: product?.id ?? null,
    product_name: lot.product.name,
    category: category?.key ?? null,
  };
  const food = foodOfLot(kept);
  const location = lot.location ?? usualPlace(food);
  const { states } = ruleOfFood(food);
  return {
    ...kept,
    ...(await expiryOf(client, kept, { ...lot, location })),
    quantity: lot.quantity.value,
    unit: lot.quantity.unit,
    location,
    opened_at: states.has('opened') ? new Date() : null,
    package_value: lot.package?.value ?? null,
    package_unit: lot.package?.unit ?? null,
  };
}

/** The printed date; else, of a lot bought today, as learned from the household or by the rules. */
async function expiryOf(
  client: ClientBase,
  kept: LotFood,
  { expires, location, package: pack }: NewLot & { readonly location: Lot['location'] },
) {
  if (expires !== undefined) {
    const { date, kind } = expires;
    return { expires_on: date, expires_kind: kind, expires_source: 'printed' as const };
  }
  const packed = pack !== undefined;
  const learned = (await readLearned(client))({
    productId: kept.product_key,
    productName: kept.product_name,
    categoryKey: kept.category,
    location,
    packed,
  });
  const boughtOn = await today(client);
  return dated(shelfLife({ ...foodOfLot(kept), location, boughtOn, packed, learned }));
}
