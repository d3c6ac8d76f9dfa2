import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { compare, exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { book } from './book.ts';
import { foundLot, type LotRow } from './lot-row.ts';
import { amountOf, goodsOf, inUnit, notEnough, plain, type Quantity } from './stock-amount.ts';

/** The part of a lot that something is to be done to, and the group its bookings belong to. */
export interface Part {
  readonly row: LotRow;
  readonly group: string | undefined;
  /** What stays as it was; nothing when it was all of the lot. */
  readonly rest: LotRow | undefined;
}

/**
 * Makes a part of a locked lot a lot of its own, with the same age and expiry, so that half a chicken
 * can go into the freezer. All of it, or no quantity, is the lot itself.
 * @throws UserError 400 for its unit, 409 when there is less
 */
export async function splitLot(
  client: ClientBase,
  lot: LotRow,
  quantity: Quantity | undefined,
): Promise<Part> {
  if (quantity === undefined) return { row: lot, group: undefined, rest: undefined };
  const wanted = toDecimal(inUnit(amountOf(quantity), lot.unit, goodsOf(lot)).value);
  const left = subtract(exactly(lot.quantity), exactly(wanted));
  if (compare(left, exactly('0')) < 0) {
    throw notEnough({ value: plain(lot.quantity), unit: lot.unit });
  }
  if (left.n === 0n) return { row: lot, group: undefined, rest: undefined };
  const group = randomUUID();
  const rest = await book(client, lot, { quantity: toDecimal(left) }, { kind: 'split', group });
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
    [lot.id, wanted, group],
  );
  return { row: foundLot(rows), group, rest: rest.row };
}
