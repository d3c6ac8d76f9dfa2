import type { ClientBase } from 'pg';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { lockLot } from '#shared/pantry/lot-store.ts';
import type { SeenLot } from './schemas/pantry.ts';
import { requireAsSeen } from './seen-lot.ts';

/**
 * The lots of a proposal, locked in the order of their ids as deductions lock them, when all are still
 * as they were shown. @throws UserError 404, 409 `lot-changed`
 */
export async function lockSeen(
  client: ClientBase,
  lots: readonly SeenLot[],
): Promise<{ readonly row: LotRow; readonly lot: SeenLot }[]> {
  const locked: { row: LotRow; lot: SeenLot }[] = [];
  for (const lot of lots.toSorted((a, b) => (a.lotId < b.lotId ? -1 : 1))) {
    const row = await lockLot(client, lot.lotId);
    requireAsSeen(lot, row);
    locked.push({ row, lot });
  }
  return locked;
}
