import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';
import type { LotRow } from './lot-row.ts';

/** @throws UserError 404 */
export async function findLot(client: ClientBase, id: string): Promise<LotRow> {
  const { rows } = await client.query<LotRow>('select * from lots where id = $1', [id]);
  return foundLot(rows);
}

/** The lot, locked until the transaction ends. @throws UserError 404 */
export async function lockLot(client: ClientBase, id: string): Promise<LotRow> {
  const { rows } = await client.query<LotRow>('select * from lots where id = $1 for update', [id]);
  return foundLot(rows);
}

/** The lots of a receipt's line, parts that were split off included, locked. */
export async function lockLotsOfItem(client: ClientBase, itemId: string): Promise<LotRow[]> {
  const { rows } = await client.query<LotRow>(
    `select * from lots where receipt_item_id = $1
       or origin_lot_id in (select id from lots where receipt_item_id = $1)
     order by id for update`,
    [itemId],
  );
  return rows;
}

/** The lots of one of the household's own products, locked in the order of ids as deductions do. */
export async function lockLotsOfOwnProduct(client: ClientBase, name: string): Promise<LotRow[]> {
  const { rows } = await client.query<LotRow>(
    `select * from lots where product_key is null and lower(product_name) = lower($1)
     order by id for update`,
    [name],
  );
  return rows;
}

/** Writes a lot's place, expiry and opening, as a consequence of what is changed in the same transaction. */
export async function setExpiry(client: ClientBase, lot: LotRow): Promise<void> {
  await client.query(
    `update lots set location = $2, expires_on = $3, expires_kind = $4, expires_source = $5,
       opened_at = $6
     where id = $1`,
    [lot.id, lot.location, lot.expires_on, lot.expires_kind, lot.expires_source, lot.opened_at],
  );
}

/** All lots that have something left. */
export async function stockedLots(client: ClientBase): Promise<LotRow[]> {
  const { rows } = await client.query<LotRow>('select * from lots where quantity > 0');
  return rows;
}

/**
 * Those of the lots that still have something left, locked until the transaction ends: in the order
 * of their ids, so that two who cook at once do not wait for each other's lots.
 */
export async function lockStockedLots(
  client: ClientBase,
  ids: readonly string[],
): Promise<LotRow[]> {
  const { rows } = await client.query<LotRow>(
    'select * from lots where id = any ($1) and quantity > 0 order by id for update',
    [ids],
  );
  return rows;
}

/** The names of what is in stock, for a search. */
export async function stockedNames(
  client: ClientBase,
): Promise<Pick<LotRow, 'id' | 'product_key' | 'product_name'>[]> {
  const { rows } = await client.query<Pick<LotRow, 'id' | 'product_key' | 'product_name'>>(
    'select id, product_key, product_name from lots where quantity > 0',
  );
  return rows;
}

/** What a list of lots is narrowed to; null does not narrow it. */
export interface LotSelection {
  readonly expiresBefore: string | null;
  readonly location: string | null;
  readonly ids: readonly string[] | null;
  readonly receiptId: string | null;
  /** The last lot of the page before; `on` is null for one without an expiry. */
  readonly after: { readonly on: string | null; readonly id: string } | null;
  readonly limit: number;
}

/** What is in stock, by expiry; lots without one come last. */
export async function selectLots(
  client: ClientBase,
  { after, expiresBefore, location, ids, receiptId, limit }: LotSelection,
): Promise<LotRow[]> {
  const { rows } = await client.query<LotRow>(
    `select l.* from lots l
     where quantity > 0
       and ($3::uuid is null
         or case when $2::date is null then expires_on is null and id > $3
           else expires_on is null or (expires_on, id) > ($2, $3) end)
       and ($4::date is null or expires_on < $4)
       and ($5::text is null or location = $5)
       and ($6::uuid[] is null or id = any ($6))
       and ($7::uuid is null or receipt_item_id in
         (select i.id from receipt_items i where i.receipt_id = $7))
     order by expires_on nulls last, id limit $1`,
    [limit, after?.on ?? null, after?.id ?? null, expiresBefore, location, ids, receiptId],
  );
  return rows;
}

/** A lot that somebody adds by hand. */
export type LotInsert = Pick<
  LotRow,
  | 'product_key'
  | 'product_name'
  | 'category'
  | 'quantity'
  | 'unit'
  | 'location'
  | 'expires_on'
  | 'expires_kind'
  | 'expires_source'
  | 'package_value'
  | 'package_unit'
  | 'opened_at'
>;

/** Adds a lot, with the booking that says so. */
export async function insertLot(
  client: ClientBase,
  householdId: string,
  lot: LotInsert,
  group?: string,
): Promise<{ readonly bookingId: string; readonly row: LotRow }> {
  const { rows } = await client.query<LotRow & { booking_id: string }>(
    `with added as (
       insert into lots (household_id, product_key, product_name, category, quantity, unit,
         location, expires_on, expires_kind, expires_source, package_value, package_unit, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning *),
     booked as (
       insert into bookings (household_id, lot_id, lot_version, kind, change, unit, group_id)
       select household_id, id, version, 'add', quantity, unit, $14 from added returning id)
     select added.*, booked.id as booking_id from added, booked`,
    [
      householdId,
      lot.product_key,
      lot.product_name,
      lot.category,
      lot.quantity,
      lot.unit,
      lot.location,
      lot.expires_on,
      lot.expires_kind,
      lot.expires_source,
      lot.package_value,
      lot.package_unit,
      lot.opened_at,
      group ?? null,
    ],
  );
  return { bookingId: rows[0]?.booking_id ?? '', row: foundLot(rows) };
}

/** Adds a lot with so much of another one, of the same age and expiry, and the booking for it. */
export async function insertPart(
  client: ClientBase,
  lotId: string,
  quantity: string,
  group: string,
): Promise<LotRow> {
  const { rows } = await client.query<LotRow>(
    `with part as (
       insert into lots (household_id, product_key, product_name, category, quantity, unit, location,
         opened_at, expires_on, expires_kind, expires_source, package_value, package_unit, thawed_days,
         frozen_limit_on, origin_lot_id, added_at)
       select household_id, product_key, product_name, category, $2, unit, location, opened_at,
         expires_on, expires_kind, expires_source, package_value, package_unit, thawed_days,
         frozen_limit_on, coalesce(origin_lot_id, id), added_at
       from lots where id = $1 returning *),
     booked as (
       insert into bookings (household_id, lot_id, lot_version, kind, change, unit, group_id)
       select household_id, id, version, 'split', quantity, unit, $3 from part)
     select * from part`,
    [lotId, quantity, group],
  );
  return foundLot(rows);
}

/** @throws UserError 404 when there is none */
export function foundLot(rows: readonly LotRow[]): LotRow {
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiej pozycji.', en: 'There is no such lot.' });
}
