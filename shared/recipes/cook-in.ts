import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';
import type { Person } from '#shared/households/person.ts';
import { deduct, type Taken } from '#shared/pantry/deduct.ts';
import type { Need, Shortage } from '#shared/pantry/deduction.ts';
import { FOR_COOKING } from '#shared/pantry/fefo.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { printedNames } from '#shared/pantry/printed-name-store.ts';
import { exactly, toDecimal } from '#shared/quantities/rational.ts';
import { refusalsOf } from '#shared/safety/refusal.ts';
import { chosenLots, requireTaken } from './chosen-lots.ts';
import { gateFor, reportOf } from './gate.ts';
import { type LotsForMeal, lotsForMeal } from './lots-for-meal.ts';
import { onlyRefusedLots, recipeRefused } from './meal-refusals.ts';
import type { Ingredient, Recipe } from './model/recipe.ts';
import type { Cooked } from './model/recipe-schema.ts';
import { showAvoided } from './rank/show-avoided.ts';
import { standIn } from './rank/stand-in.ts';
import type { WrittenRecipe } from './readings/recipe-reading.ts';
import { insertCooked } from './records/cooked-store.ts';

export type CookedRecipe = (typeof Cooked)['_zod']['output'];
/** Who eats, what the gate reads of the recipe for them, and the lots to be taken before others. */
export interface Meal {
  readonly diners: readonly Person[];
  readonly written: WrittenRecipe;
  readonly lots?: readonly string[] | undefined;
}

/**
 * Cooks a recipe as it is (scaled, or with something replaced) in the caller's transaction: takes
 * what it needs from the pantry, what spoils first first, and writes down that it was cooked. What is
 * not there, or is past its use-by date, is reported and keeps no one from cooking; but where the pantry
 * has nothing of it at all, nothing was cooked from the pantry. A lot that somebody who eats must not
 * have is left alone and named.
 * @throws UserError 409 `nothing-in-stock`, `past-use-by`, `recipe-refused`, `lot-refused`,
 *   `only-refused-lots`; 404 and 422 `lot-not-needed` for a chosen lot
 */
export async function cookIn(
  client: ClientBase,
  householdId: string,
  recipe: Pick<Recipe, 'id' | 'title' | 'servings' | 'ingredients'>,
  { diners, written, lots: chosen = [] }: Meal,
): Promise<CookedRecipe> {
  const refusals = refusalsOf(reportOf(written, diners));
  if (refusals.length > 0) throw recipeRefused(recipe.title, refusals);
  const { judgeLot } = gateFor(diners);
  const asked = await chosenLots(client, chosen, judgeLot);
  const lines = recipe.ingredients.filter(isTaken);
  const needs = lines.map(needOfLine);
  let lots: LotsForMeal = { usable: [], refused: [] };
  const choose = async (all: readonly LotRow[]) => {
    const ids = all.map(({ id }) => id);
    lots = lotsForMeal(all, await printedNames(client, ids), judgeLot);
    return lots.usable;
  };
  const { bookingIds, taken, shortages } = await deduct(client, needs, FOR_COOKING, recipe.title, {
    choose,
    first: chosen,
  });
  const { refused } = lots;
  if (bookingIds.length === 0 && refused.length > 0) throw onlyRefusedLots(refused);
  if (bookingIds.length === 0) throw nothingThere(shortages);
  requireTaken(
    asked,
    taken.map(({ booked }) => booked.lot.id),
  );
  const servings = recipe.servings ?? 1;
  const cooked = { ...recipe, servings };
  const id = await insertCooked(client, householdId, cooked, bookingIds);
  const missing = shortages.flatMap(({ need, missing, why }) => {
    const line = lines[need];
    if (line === undefined) return [];
    const quantity = { value: toDecimal(missing.value, 3), unit: line.quantity.unit };
    return [{ item: line.item, quantity, pastUseBy: why === 'past-use-by' }];
  });
  return {
    id,
    recipeId: recipe.id,
    servings,
    bookingIds: [...bookingIds],
    missing,
    standIns: standInsOf(taken, lines),
    pastBestBefore: pastBestBefore(taken),
    avoided: refused.flatMap(({ lot, refusals }) =>
      showAvoided({ id: lot.id, name: lot.product_name }, refusals),
    ),
  };
}

function standInsOf(
  taken: readonly Taken[],
  lines: readonly TakenLine[],
): CookedRecipe['standIns'] {
  return taken.flatMap(({ need, kind, booked: { lot } }) => {
    const line = lines[need];
    if (kind !== 'stands-in' || line === undefined) return [];
    const { id: lotId, product } = lot;
    return [{ lotId, product: product.name, standsInFor: standIn(line.item, product.name) }];
  });
}

/** Each lot once, however many lines of the recipe took from it. */
function pastBestBefore(taken: readonly Taken[]): CookedRecipe['pastBestBefore'] {
  const lots = taken.flatMap((one) => (one.pastBestBefore ? one.booked.lot : []));
  return [...new Map(lots.map((lot) => [lot.id, lot])).values()].flatMap(
    ({ id, product, expires }) =>
      expires === null ? [] : [{ lotId: id, product: product.name, expiresOn: expires.date }],
  );
}

type TakenLine = Ingredient & { readonly quantity: NonNullable<Ingredient['quantity']> };

/** Water comes from the tap; "to taste" has no amount that could be booked. */
function isTaken(line: Ingredient): line is TakenLine {
  return line.quantity !== null && line.productId !== 'woda' && !line.optional;
}

function needOfLine({ productId, item, quantity }: TakenLine): Need {
  const amount = { value: exactly(quantity.value), unit: quantity.unit };
  return { product: { id: productId, name: item }, amount };
}

function nothingThere(shortages: readonly Shortage[]): UserError {
  if (shortages.some(({ why }) => why === 'past-use-by')) {
    return new UserError('conflict', 'past-use-by', {
      pl: 'Wszystko, co jest w spiżarni z tego przepisu, jest po terminie „należy spożyć do”.',
      en: 'All that the pantry has of this recipe is past its use-by date.',
    });
  }
  return new UserError('conflict', 'nothing-in-stock', {
    pl: 'W spiżarni nie ma nic z tego przepisu.',
    en: 'The pantry has nothing of this recipe.',
  });
}
