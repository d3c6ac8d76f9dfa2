import type { ClientBase } from 'pg';
import { type Learned, readLearned } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { categories } from '#shared/products/category.ts';
import { stockQuantity } from '#shared/quantities/stock-quantity.ts';

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

/** The columns that {@link lotsOfReceipt} writes, for `jsonb_to_recordset`. */
export const LOT_COLUMNS = `product_key text, product_name text, category text, quantity numeric,
  unit text, location text, expires_on date, expires_kind text, expires_source text,
  receipt_item_id uuid, package_value numeric, package_unit text`;

/** What the food of a receipt is as lots, by line: rows as JSON, for {@link LOT_COLUMNS}. */
export async function lotsOfReceipt(
  client: ClientBase,
  receiptId: string,
  boughtOn: string,
): Promise<string> {
  const { rows } = await client.query<Row>(
    `select id, name, product_key, product_name, category, quantity, unit, package_value, package_unit
     from receipt_items where receipt_id = $1 and kind = 'food' and quantity > 0 order by line`,
    [receiptId],
  );
  const learned = await readLearned(client);
  return JSON.stringify(rows.map((row) => lotOf(row, boughtOn, learned)));
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
  // A printed size is a package's; what is sold by weight prints none.
  const packed = pack !== null && row.unit === 'szt';
  const expiry = shelfLife({
    ...(row.product_key !== null && { productId: row.product_key }),
    ...(row.category !== null && { categoryKey: row.category }),
    location,
    boughtOn,
    packed,
    learned: learned({
      productId: row.product_key,
      productName: row.product_name ?? row.name,
      categoryKey: row.category,
      location,
      packed,
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
