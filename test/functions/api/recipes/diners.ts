import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { testDatabase } from '#test/support/database.ts';

type Database = ReturnType<typeof testDatabase>;

export const OLA = [{ code: 'peanuts', severity: 'allergy' }];

/** A person of the household, by name. @returns the id */
export async function person(
  database: Database,
  { householdId }: HouseholdContext,
  name: string,
  allergies: readonly object[] = [],
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'insert into people (household_id, name, allergies) values ($1, $2, $3) returning id',
    [householdId, name, JSON.stringify(allergies)],
  );
  return row?.id ?? '';
}

/**
 * A lot that was taken for a product it only resembles, as a match or a person's correction may do.
 * @param printed what the till printed for it; null when it came without a receipt
 */
export async function lotTakenFor(
  database: Database,
  { householdId }: HouseholdContext,
  productKey: string,
  name: string,
  { printed = null, unit = 'g', expires = null }: LotFacts = {},
): Promise<string> {
  const itemId = printed === null ? null : await receiptLine(database, householdId, printed);
  const [row] = await database.query<{ id: string }>(
    `insert into lots (household_id, product_key, product_name, quantity, unit, location, expires_on,
       expires_kind, expires_source, receipt_item_id)
     values ($1, $2, $3, 1000, $4, 'pantry', $5, $6, $7, $8) returning id`,
    [
      householdId,
      productKey,
      name,
      unit,
      expires,
      expires === null ? null : 'best-before',
      expires === null ? null : 'printed',
      itemId,
    ],
  );
  return row?.id ?? '';
}

interface LotFacts {
  readonly printed?: string | null;
  readonly unit?: string;
  readonly expires?: string | null;
}

/** A line of a receipt of its own, as the till printed it. @returns the id */
export async function receiptLine(database: Database, householdId: string, printed: string) {
  const [upload] = await database.query<{ id: string }>(
    `insert into uploads (household_id, kind, content_type, size) values ($1, 'receipt', 'image/jpeg', 1)
     returning id`,
    [householdId],
  );
  const [receipt] = await database.query<{ id: string }>(
    `insert into receipts (household_id, upload_id, status, purchased_on, balance_ok, engine, variant,
       reading_text) values ($1, $2, 'done', '2026-11-01', true, 'x', 'x', '') returning id`,
    [householdId, upload?.id],
  );
  const [item] = await database.query<{ id: string }>(
    `insert into receipt_items (household_id, receipt_id, line, name, kind, quantity, unit,
       unit_price_minor, gross_minor, net_minor, confidence)
     values ($1, $2, 1, $3, 'food', 1, 'szt', 1, 1, 1, 1) returning id`,
    [householdId, receipt?.id, printed],
  );
  return item?.id ?? '';
}

export function lotIds(uses: readonly { readonly lotId: string }[]): string[] {
  return uses.map(({ lotId }) => lotId);
}
