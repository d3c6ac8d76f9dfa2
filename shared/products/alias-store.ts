import type { ClientBase } from 'pg';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import {
  type AliasCorrection,
  type HouseholdAlias,
  ownProductId,
  printedSize,
} from './household-alias.ts';
import { normaliseName } from './normalise.ts';

interface AliasRow {
  readonly printed: string;
  readonly product_key: string | null;
  readonly product_name: string | null;
  readonly category: string | null;
  readonly kind: NonNullable<HouseholdAlias['kind']> | null;
  readonly package_value: string | null;
  readonly package_unit: string | null;
  readonly printed_size: string;
}

/** What this household corrected about printed names. */
export async function readAliases(client: ClientBase): Promise<HouseholdAlias[]> {
  const { rows } = await client.query<AliasRow>('select * from product_aliases');
  return rows.map((row) => ({
    alias: row.printed,
    productId: row.product_key ?? ownProductId(row.product_name),
    category: row.category,
    kind: row.kind,
    pack:
      row.package_value === null || row.package_unit === null
        ? null
        : { value: Number(row.package_value), unit: row.package_unit },
    printedSize: row.printed_size,
  }));
}

/**
 * From now on this printed name means that product, kind and size.
 * @throws UserError 409 when as many names were taught as may be
 */
export async function learnAlias(
  client: ClientBase,
  householdId: string,
  printed: string,
  { product, kind, pack }: AliasCorrection,
): Promise<void> {
  const folded = normaliseName(printed);
  if (folded === '') return;
  await client.query(
    `insert into product_aliases as a (household_id, printed, product_key, product_name, category,
       kind, package_value, package_unit, printed_size)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (household_id, printed) do update set
       product_key = case when $10 then excluded.product_key else a.product_key end,
       product_name = case when $10 then excluded.product_name else a.product_name end,
       category = case when $10 then excluded.category else a.category end,
       kind = coalesce(excluded.kind, a.kind),
       package_value = case when $11 then excluded.package_value else a.package_value end,
       package_unit = case when $11 then excluded.package_unit else a.package_unit end,
       printed_size = case when $11 then excluded.printed_size else a.printed_size end,
       updated_at = now()`,
    [
      householdId,
      folded,
      product?.key ?? null,
      product?.name ?? null,
      product?.category ?? null,
      kind ?? null,
      pack?.value ?? null,
      pack?.unit ?? null,
      printedSize(printed),
      product !== undefined,
      pack !== undefined,
    ],
  );
  await requireWithinLimit(client, 'taughtNames');
}
