import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Period } from './period.ts';

/** What was paid for one product in one shop. */
export interface Spent {
  readonly merchant: string | null;
  readonly category: string | null;
  readonly product_key: string | null;
  readonly name: string;
  readonly currency: string;
  readonly minor: number;
}

/**
 * What was paid for the lines of confirmed receipts of these days, deposits not among them, by shop and
 * product: as `spending` counts them, for questions that name a shop and a thing at once.
 */
export async function spentOn(
  household: Pick<HouseholdContext, 'householdId'>,
  { from, to }: Period,
): Promise<Spent[]> {
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Spent>(
      `select coalesce(r.chain, r.merchant_name) as merchant, i.category, i.product_key,
         coalesce(i.product_name, i.name) as name, r.currency, sum(i.net_minor) as minor
       from receipts r join households h using (household_id)
         join receipt_items i on i.receipt_id = r.id
       where r.status = 'done' and r.duplicate_of is null
         and coalesce(r.purchased_on, (r.created_at at time zone h.zone)::date) between $1 and $2
       group by 1, 2, 3, 4, 5 order by minor desc, name`,
      [from, to],
    );
    return rows;
  });
}

/** Receipts of these days that wait for a person, and are not counted. */
export async function unconfirmedReceipts(
  household: Pick<HouseholdContext, 'householdId'>,
  { from, to }: Period,
): Promise<number> {
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*) from receipts
       where status <> 'done' and purchased_on between $1 and $2 and duplicate_of is null`,
      [from, to],
    );
    return rows[0]?.count ?? 0;
  });
}
