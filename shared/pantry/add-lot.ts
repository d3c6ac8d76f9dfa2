import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import type { Expiry, Lot, NewLot } from './lot.ts';
import { showLot } from './lot-row.ts';
import { insertLot } from './lot-store.ts';
import { today } from './today-store.ts';

/** Adds a lot by hand; product, place and expiry come from the shipped tables where not given. */
export async function addLot(household: HouseholdContext, lot: NewLot) {
  return await withHousehold(household, async (client) => {
    const { product, category } = matchProduct(lot.product.name, await readAliases(client));
    const kept = {
      productId: product?.id ?? null,
      productName: lot.product.name,
      categoryKey: category?.key ?? null,
      location: lot.location ?? category?.location ?? 'pantry',
    };
    const packed = lot.package !== undefined;
    const expiry: Expiry =
      lot.expires === undefined
        ? await expectedExpiry(client, kept, packed)
        : { ...lot.expires, source: 'printed' };
    const row = await insertLot(client, household.householdId, {
      product_key: kept.productId,
      product_name: kept.productName,
      category: kept.categoryKey,
      quantity: lot.quantity.value,
      unit: lot.quantity.unit,
      location: kept.location,
      expires_on: expiry.date,
      expires_kind: expiry.kind,
      expires_source: expiry.source,
      package_value: lot.package?.value ?? null,
      package_unit: lot.package?.unit ?? null,
    });
    return { lot: showLot(row), version: row.version };
  });
}

interface Kept {
  readonly productId: string | null;
  readonly productName: string;
  readonly categoryKey: string | null;
  readonly location: Lot['location'];
}

/** Of a lot bought today: as learned from the household, else by the shipped rules. */
async function expectedExpiry(client: ClientBase, kept: Kept, packed: boolean): Promise<Expiry> {
  const { productId, categoryKey, location } = kept;
  return shelfLife({
    ...(productId !== null && { productId }),
    ...(categoryKey !== null && { categoryKey }),
    location,
    boughtOn: await today(client),
    packed,
    learned: (await readLearned(client))(kept),
  });
}
