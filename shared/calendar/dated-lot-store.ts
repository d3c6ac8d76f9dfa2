import type { ClientBase } from 'pg';
import type { Location } from '#shared/products/location.ts';

/** What is at home and has a date. */
export interface DatedLot {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly kind: 'best-before' | 'use-by';
  readonly location: Location;
  readonly value: string;
  readonly unit: string;
  readonly version: number;
  readonly changedAt: Date;
}

/** As many as a calendar shows without effort; those that expire first. */
const MOST = 1000;

/** By date. When a lot was changed is not kept: what tells its versions apart is their number. */
export async function selectDatedLots(client: ClientBase): Promise<DatedLot[]> {
  const { rows } = await client.query<DatedLot>(
    `select id, product_name as name, expires_on as date, expires_kind as kind, location,
       trim_scale(quantity)::text as value, unit, version, added_at as "changedAt"
     from lots where quantity > 0 and expires_on is not null
     order by expires_on, id limit ${MOST}`,
  );
  return rows;
}
