import type { ClientBase } from 'pg';
import type { OwnProduct } from './search-products.ts';

/** Products that are none of the shipped: those the household corrected, and those in its pantry. */
export async function readOwnProducts(client: ClientBase): Promise<OwnProduct[]> {
  const { rows } = await client.query<OwnProduct>(
    `select distinct on (lower(name)) name, category from (
       select product_name as name, category, updated_at as at from product_aliases
         where product_key is null and product_name is not null
       union all
       select product_name, category, added_at from lots where product_key is null) own
     order by lower(name), at desc limit 2000`,
  );
  return rows;
}
