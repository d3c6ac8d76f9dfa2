import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { matchesSearch } from '#shared/language/search.ts';
import { type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import type { Lot } from './lot.ts';
import { type LotRow, showLot } from './lot-row.ts';
import { findLot, selectLots, stockedNames } from './lot-store.ts';

/** The place in a list ordered by expiry: lots without one come last. */
const Place = z.object({ on: z.nullable(z.iso.date()), id: z.uuid() });

export interface LotFilter extends PageQuery {
  readonly expiresBefore?: string | undefined;
  readonly location?: string | undefined;
  readonly q?: string | undefined;
  readonly receiptId?: string | undefined;
}

/** One lot with its version. @throws UserError 404 */
export async function readLot(household: HouseholdContext, id: string) {
  const row = await withHousehold(household, (client) => findLot(client, id));
  return { lot: showLot(row), version: row.version };
}

/** What is there, what spoils first first. */
export async function pageOfLots(
  household: HouseholdContext,
  { limit, cursor, q, ...narrowed }: LotFilter,
): Promise<Page<Lot>> {
  const after = readCursor(Place, cursor) ?? null;
  return await withHousehold(household, async (client) => {
    const ids = q === undefined ? null : idsAnswering(await stockedNames(client), q);
    const { expiresBefore = null, location = null, receiptId = null } = narrowed;
    const selection = { expiresBefore, location, receiptId, ids, after, limit: limit + 1 };
    const rows = await selectLots(client, selection);
    return toPage(rows, limit, showLot, (row) => ({ on: row.expires_on, id: row.id }));
  });
}

/**
 * The lots a search means, by name in any form or language, kinds of it too (`ser` finds gouda): the household's stock is small enough to
 * look at whole, and no index of Postgres knows Polish.
 */
function idsAnswering(
  lots: readonly Pick<LotRow, 'id' | 'product_key' | 'product_name'>[],
  search: string,
): string[] {
  const wanted = servingsOf({ name: search });
  return lots
    .filter(({ product_key: id, product_name: name }) => {
      const kind = servingBy(wanted, keysOfLot({ id, name }))?.kind;
      return kind === 'same' || kind === 'specific' || matchesSearch(name, search);
    })
    .map(({ id }) => id);
}
