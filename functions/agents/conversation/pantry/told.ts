import type { ToldLot, ToldProduct } from '#shared/notices/pantry-fact.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { plain } from '#shared/pantry/stock-amount.ts';
import type { NamedLots } from './match-lots.ts';

/** Lots as they are told of. */
export function toldProduct({ name, lots }: NamedLots, day: string): ToldProduct {
  return { name, lots: lots.map((lot) => toldLot(lot, day)) };
}

function toldLot(row: LotRow, day: string): ToldLot {
  const { expires_on: date, expires_kind: kind, expires_source: source } = row;
  return {
    quantity: { value: plain(row.quantity), unit: row.unit },
    location: row.location,
    isOpen: row.opened_at !== null,
    expires:
      date === null || kind === null
        ? null
        : { date, kind, isPast: date < day, isEstimated: source !== 'printed' },
  };
}
