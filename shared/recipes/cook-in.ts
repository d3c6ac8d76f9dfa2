import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';
import { deduct, type Need } from '#shared/pantry/deduct.ts';
import { exactly, toDecimal } from '#shared/quantities/rational.ts';
import type { Ingredient, Recipe } from './recipe.ts';
import type { Cooked } from './recipe-schema.ts';

export type CookedRecipe = (typeof Cooked)['_zod']['output'];

/**
 * Cooks a recipe as it is (scaled, or with something replaced) in the caller's transaction: takes
 * what it needs from the pantry, what spoils first first, and writes down that it was cooked. What is
 * not there is told and keeps nobody from cooking; but where the pantry has nothing of it at all,
 * nothing was cooked from the pantry.
 * @throws UserError 409 `nothing-in-stock`
 */
export async function cookIn(
  client: ClientBase,
  householdId: string,
  recipe: Pick<Recipe, 'id' | 'title' | 'servings' | 'ingredients'>,
): Promise<CookedRecipe> {
  const lines = recipe.ingredients.filter(isTaken);
  const { bookingIds, shortages } = await deduct(client, lines.map(needOfLine), recipe.title);
  if (bookingIds.length === 0) throw nothingThere();
  const servings = recipe.servings ?? 1;
  const { rows } = await client.query<{ id: string }>(
    `insert into cooked_recipes (household_id, recipe_id, title, servings, booking_ids)
     values ($1, $2, $3, $4, $5) returning id`,
    [householdId, recipe.id, recipe.title, servings, bookingIds],
  );
  const missing = shortages.flatMap(({ need, missing }) => {
    const line = lines[need];
    if (line === undefined) return [];
    const { unit } = line.quantity;
    return [{ item: line.item, quantity: { value: toDecimal(missing.value, 3), unit } }];
  });
  return {
    id: rows[0]?.id ?? '',
    recipeId: recipe.id,
    servings,
    bookingIds: [...bookingIds],
    missing,
  };
}

type TakenLine = Ingredient & { readonly quantity: NonNullable<Ingredient['quantity']> };

/** Water comes from the tap; „to taste” has no amount that could be booked. */
function isTaken(line: Ingredient): line is TakenLine {
  return line.quantity !== null && line.productId !== 'woda' && !line.optional;
}

function needOfLine({ productId, item, quantity }: TakenLine): Need {
  const amount = { value: exactly(quantity.value), unit: quantity.unit };
  return { product: { id: productId, name: item }, amount };
}

function nothingThere(): UserError {
  return new UserError('conflict', 'nothing-in-stock', {
    pl: 'W spiżarni nie ma nic z tego przepisu.',
    en: 'The pantry has nothing of this recipe.',
  });
}
