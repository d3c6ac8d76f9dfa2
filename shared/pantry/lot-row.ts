import { type State, severityOf } from '#shared/expiry/severity.ts';
import type { Lot } from './lot.ts';
import { plain } from './stock-amount.ts';

/** A row of `lots`. */
export interface LotRow {
  readonly id: string;
  readonly product_key: string | null;
  readonly product_name: string;
  readonly category: string | null;
  readonly quantity: string;
  readonly unit: Lot['quantity']['unit'];
  readonly location: Lot['location'];
  readonly opened_at: Date | null;
  readonly expires_on: string | null;
  readonly expires_kind: 'best-before' | 'use-by' | null;
  readonly expires_source: 'printed' | 'learned' | 'rule' | 'estimated' | null;
  readonly receipt_item_id: string | null;
  readonly package_value: string | null;
  readonly package_unit: string | null;
  /** Days left when it was frozen; null outside a freezer, and for what was bought frozen. */
  readonly thawed_days: number | null;
  readonly frozen_limit_on: string | null;
  readonly origin_lot_id: string | null;
  readonly version: number;
  readonly added_at: Date;
}

export function showLot(row: LotRow): Lot {
  const { expires_on: date, expires_kind: kind, expires_source: source } = row;
  return {
    id: row.id,
    product: { id: row.product_key, name: row.product_name, category: row.category },
    quantity: { value: plain(row.quantity), unit: row.unit },
    location: row.location,
    openedAt: row.opened_at?.toISOString() ?? null,
    expires: date !== null && kind !== null && source !== null ? { date, kind, source } : null,
    neverExpires: date === null && source !== null,
    needsLook: source === 'estimated',
    addedAt: row.added_at.toISOString(),
    receiptItemId: row.receipt_item_id,
    package:
      row.package_value !== null && row.package_unit !== null
        ? { value: plain(row.package_value), unit: row.package_unit }
        : null,
  };
}

/** What a lot's date means on `day`; null when it has none. */
export function stateOf(row: LotRow, day: string): State | null {
  const { expires_on: date, expires_kind: kind, product_key: productId, category } = row;
  return date === null || kind === null
    ? null
    : severityOf({ date, kind, productId, category }, day);
}
