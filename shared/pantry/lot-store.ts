import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { answers } from '#shared/language/search.ts';
import { type Page, type PageQuery, page, readCursor } from '#shared/paging/page.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import type { Lot, NewLot } from './lot.ts';
import { foundLot, type LotRow, showLot } from './lot-row.ts';
import { today } from './today.ts';

/** The place in a list ordered by expiry: lots without one come last. */
const Place = z.object({ on: z.string(), id: z.uuid() });

export interface LotFilter extends PageQuery {
  readonly expiresBefore?: string | undefined;
  readonly location?: string | undefined;
  readonly q?: string | undefined;
  readonly receiptId?: string | undefined;
}

/** What is there, what spoils first first. */
export async function pageOfLots(who: HouseholdContext, filter: LotFilter): Promise<Page<Lot>> {
  const after = readCursor(Place, filter.cursor);
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<LotRow>(
      `select l.* from lots l
       where quantity > 0
         and ($2::text is null or (coalesce(expires_on::text, '9999'), id) > ($2, $3::uuid))
         and ($4::date is null or expires_on < $4)
         and ($5::text is null or location = $5)
         and ($6::uuid[] is null or id = any ($6))
         and ($7::uuid is null or receipt_item_id in
           (select i.id from receipt_items i where i.receipt_id = $7))
       order by coalesce(expires_on::text, '9999'), id limit $1`,
      [
        filter.limit + 1,
        after?.on ?? null,
        after?.id ?? null,
        filter.expiresBefore ?? null,
        filter.location ?? null,
        filter.q === undefined ? null : await idsAnswering(client, filter.q),
        filter.receiptId ?? null,
      ],
    );
    return page(rows, filter.limit, showLot, (row) => ({
      on: row.expires_on ?? '9999',
      id: row.id,
    }));
  });
}

/**
 * The lots a search means, by name in any form or language: the household's stock is small enough to
 * look at whole, and no index of Postgres knows Polish.
 */
async function idsAnswering(client: ClientBase, search: string): Promise<string[]> {
  const { rows } = await client.query<Pick<LotRow, 'id' | 'product_key' | 'product_name'>>(
    'select id, product_key, product_name from lots where quantity > 0',
  );
  const product = productOfWord(search, 'en');
  return rows
    .filter((lot) => {
      if (product !== undefined && lot.product_key === product) return true;
      return answers(lot.product_name, search);
    })
    .map(({ id }) => id);
}

export async function readLot(who: HouseholdContext, id: string) {
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<LotRow>('select * from lots where id = $1', [id]);
    const row = foundLot(rows);
    return { lot: showLot(row), version: row.version };
  });
}

/** Adds a lot by hand; product, place and expiry come from the shipped tables where not given. */
export async function addLot(who: HouseholdContext, lot: NewLot) {
  return await withHousehold(who, async (client) => {
    const match = matchProduct(lot.product.name, await readAliases(client));
    const location = lot.location ?? match.category?.location ?? 'pantry';
    const expiry =
      lot.expires === undefined
        ? shelfLife({
            ...(match.product && { productId: match.product.id }),
            ...(match.category && { categoryKey: match.category.key }),
            location,
            boughtOn: await today(client),
            packed: lot.package !== undefined,
            learned: (await readLearned(client))({
              productId: match.product?.id ?? null,
              productName: lot.product.name,
              categoryKey: match.category?.key ?? null,
              location,
            }),
          })
        : { ...lot.expires, source: 'printed' };
    const { rows } = await client.query<LotRow>(
      `with added as (
         insert into lots (household_id, product_key, product_name, category, quantity, unit,
           location, expires_on, expires_kind, expires_source, package_value, package_unit)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning *),
       booked as (
         insert into bookings (household_id, lot_id, lot_version, kind, change, unit)
         select household_id, id, version, 'add', quantity, unit from added)
       select * from added`,
      [
        who.householdId,
        match.product?.id ?? null,
        lot.product.name,
        match.category?.key ?? null,
        lot.quantity.value,
        lot.quantity.unit,
        location,
        expiry.date,
        expiry.kind,
        expiry.source,
        lot.package?.value ?? null,
        lot.package?.unit ?? null,
      ],
    );
    const row = foundLot(rows);
    return { lot: showLot(row), version: row.version };
  });
}
