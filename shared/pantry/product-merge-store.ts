import type { ClientBase } from 'pg';

/** What an own product becomes; without a key it stays one of the household's own. */
export interface MergeTarget {
  readonly key: string | null;
  readonly name: string;
  readonly category: string | null;
}

/**
 * Writes another product over one of the household's own: in lots, on receipts, in learned names and
 * in what was learned of its shelf life. Its lots are locked.
 * @returns how many rows of each had it
 */
export async function mergeOwnProduct(
  client: ClientBase,
  from: string,
  { key, name, category }: MergeTarget,
): Promise<{ lots: number; receiptItems: number; printedNames: number }> {
  const values = [from, key, name, category];
  // Its own category stays, unless the other product has one.
  const other = `coalesce($4, (select max(category) from lots
    where product_key is null and lower(product_name) = lower($3)), category)`;
  const lots = await client.query(
    `update lots set product_key = $2, product_name = $3, category = ${other}, version = version + 1
     where product_key is null and lower(product_name) = lower($1)`,
    values,
  );
  const items = await client.query<{ receipt_id: string }>(
    `update receipt_items set product_key = $2, product_name = $3, category = ${other}
     where product_key is null and lower(product_name) = lower($1) returning receipt_id`,
    values,
  );
  await client.query('update receipts set version = version + 1 where id = any ($1)', [
    items.rows.map(({ receipt_id }) => receipt_id),
  ]);
  const names = await client.query(
    `update product_aliases set product_key = $2, product_name = $3, category = ${other},
       updated_at = now()
     where product_key is null and lower(product_name) = lower($1)`,
    values,
  );
  await client.query(
    `update expiry_observations set product = coalesce($2, lower($3)) where product = lower($1)`,
    values.slice(0, 3),
  );
  return {
    lots: lots.rowCount ?? 0,
    receiptItems: items.rowCount ?? 0,
    printedNames: names.rowCount ?? 0,
  };
}
