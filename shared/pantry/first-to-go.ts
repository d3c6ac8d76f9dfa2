import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { severityOf } from '#shared/expiry/severity.ts';
import { toMoney } from '#shared/money/money.ts';
import { type DueLot, dueLots } from './due-lot-store.ts';
import { showLot } from './lot-row.ts';
import { today } from './today-store.ts';

/**
 * What must be eaten first: everything that expires within so many days or has expired, the most
 * urgent first; of one day what has a use-by date, then what is open.
 */
export async function firstToGo(
  household: HouseholdContext,
  within: { readonly days: number; readonly limit: number },
) {
  return await withHousehold(household, async (client) => {
    const day = await today(client);
    const rows = await dueLots(client, day, within);
    return { today: day, items: rows.map((row) => show(row, day)) };
  });
}

function show(row: DueLot, day: string) {
  const { value_minor: minor, currency } = row;
  const dated = {
    date: row.expires_on ?? day,
    kind: row.expires_kind ?? ('best-before' as const),
    productId: row.product_key,
    category: row.category,
  };
  return {
    lot: showLot(row),
    ...severityOf(dated, day),
    value: minor === null || currency === null ? null : toMoney(minor, currency),
  };
}
