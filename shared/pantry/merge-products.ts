import { withHousehold } from '#shared/database/with-household.ts';
import type { HouseholdContext } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { products } from '#shared/products/product.ts';

/** What a household's own product becomes: a shipped one, or its own under this name. */
export type Into = { readonly id: string } | { readonly name: string };

/**
 * Gives one of the household's own products another name, or makes it one with another product:
 * everywhere, in stock, on receipts, in what printed names were taught to mean and in what was
 * learned of its shelf life. It moves no stock and changes no expiry, so it is no booking.
 * @throws UserError 404 when the household has no product of its own by this name, 400 for an
 *   unknown id
 */
export async function mergeProducts(who: HouseholdContext, from: string, into: Into) {
  const target = 'id' in into ? shipped(into.id) : { key: null, name: into.name, category: null };
  return await withHousehold(who, async (client) => {
    const values = [from, target.key, target.name, target.category];
    // Locked in the order of ids, as deductions lock them: otherwise the two could deadlock.
    await client.query(
      `select 1 from lots where product_key is null and lower(product_name) = lower($1)
       order by id for update`,
      [from],
    );
    // Its own category stays, unless the other product has one.
    const other = `coalesce($4, (select max(category) from lots
      where product_key is null and lower(product_name) = lower($3)), category)`;
    const lots = await client.query(
      `update lots set product_key = $2, product_name = $3, category = ${other}, version = version + 1
       where product_key is null and lower(product_name) = lower($1)`,
      values,
    );
    const items = await client.query(
      `update receipt_items set product_key = $2, product_name = $3, category = ${other}
       where product_key is null and lower(product_name) = lower($1)`,
      values,
    );
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
    const counts = {
      lots: lots.rowCount ?? 0,
      receiptItems: items.rowCount ?? 0,
      printedNames: names.rowCount ?? 0,
    };
    if (Object.values(counts).every((count) => count === 0)) throw notFound();
    return { product: { id: target.key, name: target.name }, ...counts };
  });
}

function shipped(id: string) {
  const product = products().get(id);
  if (product !== undefined) return { key: id, name: product.pl, category: product.category };
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  throw new UserError('bad-input', 'unknown-product', text);
}

function notFound(): UserError {
  return new UserError('not-found', 'not-found', {
    pl: 'Nie ma takiego własnego produktu.',
    en: 'You have no product of your own by this name.',
  });
}
