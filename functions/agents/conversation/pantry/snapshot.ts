import { withHousehold } from '#shared/database/with-household.ts';
import { completedLot } from '#shared/pantry/add-lot.ts';
import type { LotState } from '#shared/pantry/booking-store.ts';
import type { NewLot } from '#shared/pantry/lot.ts';
import { movedState } from '#shared/pantry/lot-changes.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { type LotInsert, stockedLots } from '#shared/pantry/lot-store.ts';
import { today } from '#shared/pantry/today-store.ts';

interface OfHousehold {
  readonly householdId: string;
}

/** The pantry as a message finds it. */
export interface PantrySnapshot {
  readonly lots: readonly LotRow[];
  /** In the household's zone. */
  readonly day: string;
}

/** What is in the house now. */
export async function readPantry(household: OfHousehold): Promise<PantrySnapshot> {
  return await withHousehold(household, async (client) => ({
    lots: await stockedLots(client),
    day: await today(client),
  }));
}

/** Lots as they would be added, with the place and the date of the shipped tables. */
export async function completed(
  household: OfHousehold,
  lots: readonly NewLot[],
): Promise<LotInsert[]> {
  return await withHousehold(household, async (client) => {
    const all: LotInsert[] = [];
    for (const lot of lots) all.push(await completedLot(client, lot));
    return all;
  });
}

export interface Moving {
  readonly row: LotRow;
  readonly kind: 'open' | 'freeze' | 'move';
  readonly location?: LotRow['location'] | undefined;
}

/** Lots as they would be after they were opened, frozen or moved today. */
export async function moved(household: OfHousehold, moving: readonly Moving[]): Promise<LotRow[]> {
  return await withHousehold(household, async (client) => {
    const day = await today(client);
    const all: LotRow[] = [];
    for (const { row, kind, location } of moving) {
      const change: Partial<LotState> = await movedState(client, row, { kind, location, day });
      all.push({ ...row, ...change });
    }
    return all;
  });
}
