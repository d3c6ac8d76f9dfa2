import type { ClientBase } from 'pg';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { findLot } from '#shared/pantry/lot-store.ts';
import { printedNames } from '#shared/pantry/printed-name-store.ts';
import { lotsForMeal } from './lots-for-meal.ts';
import { chosenLotNotTaken, chosenLotRefused } from './meal-refusals.ts';
import type { JudgeLot } from './rank/judge.ts';

/**
 * The lots that somebody chose for a meal.
 * @throws UserError 404; 409 `lot-refused` when somebody who eats must not have one
 */
export async function chosenLots(
  client: ClientBase,
  ids: readonly string[],
  judgeLot: JudgeLot,
): Promise<readonly LotRow[]> {
  const lots: LotRow[] = [];
  for (const id of new Set(ids)) lots.push(await findLot(client, id));
  const { usable, refused } = lotsForMeal(lots, await printedNames(client, ids), judgeLot);
  if (refused.length > 0) throw chosenLotRefused(refused);
  return usable;
}

/** @throws UserError 422 `lot-not-needed` when nothing of a chosen one was taken */
export function requireTaken(chosen: readonly LotRow[], takenIds: readonly string[]): void {
  const left = chosen.filter(({ id }) => !takenIds.includes(id));
  if (left.length > 0) throw chosenLotNotTaken(left.map(({ product_name }) => product_name));
}
