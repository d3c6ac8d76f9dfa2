import type { ClientBase } from 'pg';
import { fold } from '#shared/language/fold.ts';
import { lemmaKeys } from '#shared/language/lemma.ts';
import { productOfWord } from '#shared/language/product-of-word.ts';
import type { LotRow } from './lot-row.ts';

/** What is meant: a shipped product by its id, or anything by its name in Polish or English. */
export interface ProductRef {
  readonly id?: string | null | undefined;
  readonly name?: string | undefined;
}

/** Whether a lot is of this product. A household's own products have no id and are told by name. */
export function isOf(
  lot: Pick<LotRow, 'product_key' | 'product_name'>,
  { id, name }: ProductRef,
): boolean {
  const key = id ?? (name === undefined ? undefined : productOfWord(name, 'pl'));
  if (key != null && lot.product_key !== null) return lot.product_key === key;
  return name !== undefined && sameName(lot.product_name, name);
}

/** `Mąka pszenna` and `mąki pszennej`. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b) || lemmaKeys(a, 'pl').join(' ') === lemmaKeys(b, 'pl').join(' ');
}

/**
 * The lots of these products that have something left, locked, what expires first first (FEFO): of
 * one day the opened one first, what never expires last. What is past its use-by date comes at the
 * very end: it should not be eaten, and is only counted when nothing else was there.
 */
export async function lotsOf(
  client: ClientBase,
  products: readonly ProductRef[],
  day: string,
): Promise<LotRow[]> {
  const { rows: stock } = await client.query<LotRow>('select * from lots where quantity > 0');
  const ids = stock.filter((lot) => products.some((ref) => isOf(lot, ref))).map(({ id }) => id);
  // Locked in the order of ids, so that two who cook at once do not wait for each other's lots.
  const { rows } = await client.query<LotRow>(
    'select * from lots where id = any ($1) and quantity > 0 order by id for update',
    [ids],
  );
  const place = (lot: LotRow) =>
    [
      lot.expires_kind === 'use-by' && lot.expires_on !== null && lot.expires_on < day ? '1' : '0',
      lot.expires_on ?? '9999',
      lot.opened_at === null ? '1' : '0',
      lot.id,
    ].join(' ');
  return rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
