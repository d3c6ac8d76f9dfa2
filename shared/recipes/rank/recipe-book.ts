import type { ClientBase } from 'pg';
import { type RecipeRow, recipeOf } from '../recipe-row.ts';
import { shippedRecipes } from '../shipped.ts';
import { type IndexedRecipe, indexRecipe } from './index-recipe.ts';

/** How many households' books one instance keeps read. */
const MOST_BOOKS = 20;

let shipped: readonly IndexedRecipe[] | undefined;
const books = new Map<
  string,
  { readonly version: string; readonly recipes: readonly IndexedRecipe[] }
>();

/**
 * All recipes a household may cook, ready to be ranked. Own ones are read again only when the book's
 * version, which every change turns, is not the one that was read.
 */
export async function readBook(
  client: ClientBase,
  householdId: string,
): Promise<readonly IndexedRecipe[]> {
  shipped ??= [...shippedRecipes().values()].map(indexRecipe);
  return [...shipped, ...(await readOwn(client, householdId))];
}

async function readOwn(client: ClientBase, householdId: string): Promise<readonly IndexedRecipe[]> {
  const { rows } = await client.query<{ version: string }>('select version from recipe_books');
  const version = rows[0]?.version;
  if (version === undefined) return [];
  const known = books.get(householdId);
  books.delete(householdId); // put in again below: the map's order is the order of use
  const book =
    known?.version === version
      ? known
      : { version, recipes: (await allOwn(client)).map((row) => indexRecipe(recipeOf(row))) };
  books.set(householdId, book);
  for (const oldest of books.keys()) {
    if (books.size <= MOST_BOOKS) break;
    books.delete(oldest);
  }
  return book.recipes;
}

async function allOwn(client: ClientBase): Promise<RecipeRow[]> {
  const { rows } = await client.query<RecipeRow>('select * from recipes order by id');
  return rows;
}
