import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import type { Minimum, StockedAmount } from './missing.ts';

interface Row {
  readonly id: string;
  readonly product_key: string | null;
  readonly name: string;
  readonly value: string;
  readonly unit: StockUnit;
}

const COLUMNS = 'id, product_key, name, trim_scale(quantity)::text as value, unit';

/** In the order in which they were said first. */
export async function selectMinimums(client: ClientBase): Promise<Minimum[]> {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from minimum_stock order by id`);
  return rows.map(minimumOf);
}

/** One for each product: the last one said. @throws UserError 409 when there are too many */
export async function upsertMinimum(
  client: ClientBase,
  householdId: string,
  { productId, name, quantity }: Omit<Minimum, 'id'>,
): Promise<void> {
  await client.query(
    `insert into minimum_stock (household_id, product_key, name, quantity, unit)
     values ($1, $2, $3, $4, $5)
     on conflict (household_id, (coalesce(product_key, '=' || lower(name))))
     do update set name = excluded.name, quantity = excluded.quantity, unit = excluded.unit`,
    [householdId, productId, name, quantity.value, quantity.unit],
  );
  await requireWithinLimit(client, 'minimums');
}

/** @throws UserError 404 */
export async function deleteMinimum(client: ClientBase, id: string): Promise<void> {
  const { rowCount } = await client.query('delete from minimum_stock where id = $1', [id]);
  if (rowCount === 0) {
    throw notFound({ pl: 'Nie ma takiego zapasu minimalnego.', en: 'There is no such minimum.' });
  }
}

/** What is at home of each product that may still be eaten, in g, ml or pieces. */
export async function selectStock(client: ClientBase, day: string): Promise<StockedAmount[]> {
  const { rows } = await client.query<StockedAmount>(
    `select product_key as "productId", lower(product_name) as name, base_unit(unit) as unit,
       sum(in_base(quantity, unit))::float8 as amount
     from lots where quantity > 0
       and (expires_on is null or expires_kind = 'best-before' or expires_on >= $1)
     group by 1, 2, 3`,
    [day],
  );
  return rows;
}

function minimumOf({ id, product_key: productId, name, value, unit }: Row): Minimum {
  return { id, productId, name, quantity: { value, unit } };
}
