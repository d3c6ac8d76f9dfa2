import type { ClientBase } from 'pg';
import { type Learned, readLearned } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { categories } from '#shared/products/category.ts';
import { stockQuantity } from '#shared/receipts/receipt-quantity.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly product_key: string | null;
  readonly product_name: string | null;
  readonly category: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly package_value: string | null;
  readonly package_unit: string | null;
}

/**
 * Puts the food of a receipt into the pantry, each line as a lot with an expiry of its own. Lines
 * that are in it already stay as they are, so doing it twice adds nothing.
 * @returns how many lots were added
 */
export async function stockReceipt(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  boughtOn: string,
): Promise<number> {
  const { rows } = await client.query<Row>(
    `select id, name, product_key, product_name, category, quantity, unit, package_value, package_unit
     from receipt_items where receipt_id = $1 and kind = 'food' and quantity > 0 order by line`,
    [receiptId],
  );
  const learned = await readLearned(client);
  const { rowCount } = await client.query(
    `with added as (
       insert into lots (household_id, product_key, product_name, category, quantity, unit, location,
         expires_on, expires_kind, expires_source, receipt_item_id, package_value, package_unit)
       select $1, product_key, product_name, category, quantity, unit, location, expires_on,
         expires_kind, expires_source, receipt_item_id, package_value, package_unit
       from jsonb_to_recordset($2) as lot
         (product_key text, product_name text, category text, quantity numeric, unit text,
          location text, expires_on date, expires_kind text, expires_source text,
          receipt_item_id uuid, package_value numeric, package_unit text)
       on conflict (receipt_item_id) where receipt_item_id is not null do nothing
       returning id, version, quantity, unit)
     insert into bookings (household_id, lot_id, lot_version, kind, change, unit)
     select $1, id, version, 'add', quantity, unit from added`,
    [householdId, JSON.stringify(rows.map((row) => lotOf(row, boughtOn, learned)))],
  );
  await client.query('update receipts set stocked_at = now() where id = $1', [receiptId]);
  return rowCount ?? 0;
}

const MEASURED = new Set(['g', 'kg', 'ml', 'l']);

function lotOf(row: Row, boughtOn: string, learned: Learned) {
  const location = categories.get(row.category ?? '')?.location ?? 'pantry';
  const pack =
    row.package_value === null || row.package_unit === null
      ? null
      : { value: Number(row.package_value), unit: row.package_unit };
  const quantityMilli = Math.round(Number(row.quantity) * 1000);
  const { value, unit } = stockQuantity({ quantityMilli, unit: row.unit, pack });
  const expiry = shelfLife({
    ...(row.product_key !== null && { productId: row.product_key }),
    ...(row.category !== null && { categoryKey: row.category }),
    location,
    boughtOn,
    // A printed size is a package's; what is sold by weight prints none.
    packed: pack !== null && row.unit === 'szt',
    learned: learned({
      productId: row.product_key,
      productName: row.product_name ?? row.name,
      categoryKey: row.category,
      location,
    }),
  });
  return {
    product_key: row.product_key,
    product_name: row.product_name ?? row.name,
    category: row.category,
    quantity: value,
    unit,
    location,
    expires_on: expiry.date,
    expires_kind: expiry.kind,
    expires_source: expiry.source,
    receipt_item_id: row.id,
    // A package of pieces (10 eggs) says nothing about weight.
    ...(MEASURED.has(row.package_unit ?? '') && {
      package_value: row.package_value,
      package_unit: row.package_unit,
    }),
  };
}
