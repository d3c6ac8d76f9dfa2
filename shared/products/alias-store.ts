import type { ClientBase } from 'pg';
import { type HouseholdAlias, normaliseName } from './match-product.ts';

/** A household's own product has no key of ours; its name stands in the alias behind this mark. */
const OWN = 'own:';

/** The name of a household's own product, nothing for one of the shipped. */
export function ownName(productId: string | null): string | null {
  return productId?.startsWith(OWN) ? productId.slice(OWN.length) : null;
}

/** What this household taught about printed names. */
export async function readAliases(client: ClientBase): Promise<HouseholdAlias[]> {
  const { rows } = await client.query<{
    printed: string;
    product_key: string | null;
    product_name: string;
  }>('select printed, product_key, product_name from product_aliases');
  return rows.map(({ printed, product_key, product_name }) => ({
    alias: printed,
    productId: product_key ?? `${OWN}${product_name}`,
  }));
}

/** From now on this printed name means that product. */
export async function learnAlias(
  client: ClientBase,
  householdId: string,
  printed: string,
  product: { readonly key: string | null; readonly name: string },
): Promise<void> {
  const folded = normaliseName(printed);
  if (folded === '') return;
  await client.query(
    `insert into product_aliases (household_id, printed, product_key, product_name)
     values ($1, $2, $3, $4)
     on conflict (household_id, printed) do update
       set product_key = excluded.product_key, product_name = excluded.product_name, updated_at = now()`,
    [householdId, folded, product.key, product.name],
  );
}
