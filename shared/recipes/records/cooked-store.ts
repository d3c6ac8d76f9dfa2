import type { ClientBase } from 'pg';
import type { Recipe } from '#shared/recipes/model/recipe.ts';

/** Writes down that a recipe was cooked, and by which bookings. @returns its id */
export async function insertCooked(
  client: ClientBase,
  householdId: string,
  { id, title, servings }: Pick<Recipe, 'id' | 'title'> & { readonly servings: number },
  bookingIds: readonly string[],
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into cooked_recipes (household_id, recipe_id, title, servings, booking_ids)
     values ($1, $2, $3, $4, $5) returning id`,
    [householdId, id, title, servings, bookingIds],
  );
  return rows[0]?.id ?? '';
}
