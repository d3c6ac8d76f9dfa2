import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import type { TestDatabase } from './database.ts';

export interface Line {
  name: string;
  key: string | null;
  category: string | null;
  quantity: string;
  unit: string;
  net: number;
  pack?: readonly [value: string, unit: string];
  kind?: string;
}

/** A receipt as the workflow would have saved it, its food in the pantry when it is done. */
export async function stockedReceipt(
  database: TestDatabase,
  household: HouseholdContext,
  day: string,
  chain: string,
  lines: readonly Line[],
  status = 'done',
) {
  const [upload] = await database.query<{ id: string }>(
    `insert into uploads (household_id, kind, content_type, size) values ($1, 'receipt', 'image/png', 1) returning id`,
    [household.householdId],
  );
  const [row] = await database.query<{ id: string }>(
    `insert into receipts (household_id, upload_id, status, merchant_name, chain, purchased_on, total_minor,
       balance_ok, engine, variant, reading_text)
     values ($1, $2, $3, $4, $5, $6, 0, true, 'tesseract', 'plain', '') returning id`,
    [household.householdId, upload?.id, status, chain.toUpperCase(), chain, day],
  );
  const id = row?.id ?? '';
  for (const [line, item] of lines.entries()) {
    await database.query(
      `insert into receipt_items (household_id, receipt_id, line, name, product_key, product_name, category,
         kind, quantity, unit, package_value, package_unit, unit_price_minor, gross_minor, net_minor, confidence)
       values ($1, $2, $3, $4, $5, $4, $6, $7, $8, $9, $10, $11, 0, $12, $12, 1)`,
      [
        household.householdId,
        id,
        line,
        item.name,
        item.key,
        item.category,
        item.kind ?? 'food',
        item.quantity,
        item.unit,
        item.pack?.[0] ?? null,
        item.pack?.[1] ?? null,
        item.net,
      ],
    );
  }
  if (status === 'done') {
    await withHousehold(household, (client) =>
      stockReceipt(client, household.householdId, id, day),
    );
  }
  return id;
}
