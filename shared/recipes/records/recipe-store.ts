import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { type RecipeRow, recipeOf } from './recipe-row.ts';
import { shippedRecipes } from './shipped.ts';

export interface StoredRecipe {
  readonly recipe: Recipe;
  readonly own: boolean;
  /** Of the shipped ones it never changes. */
  readonly version: number | 'shipped';
}

/** A shipped recipe or one of the household's. @throws UserError 404 */
export async function readRecipe(client: ClientBase, id: string): Promise<StoredRecipe> {
  const recipe = shippedRecipes().get(id);
  if (recipe !== undefined) return { recipe, own: false, version: 'shipped' };
  return stored(await selectRecipe(client, id));
}

/** Several of them by id. @throws UserError 404 where one is not there */
export async function readRecipes(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Recipe>> {
  const recipes = new Map<string, Recipe>();
  for (const id of ids) recipes.set(id, (await readRecipe(client, id)).recipe);
  return recipes;
}

/** All recipes of the household's own. */
export async function ownRecipes(client: ClientBase): Promise<Recipe[]> {
  const { rows } = await client.query<RecipeRow>('select * from recipes order by id');
  return rows.map(recipeOf);
}

/** The row of an own recipe. @throws UserError 404 */
export async function selectRecipe(
  client: ClientBase,
  id: string,
  lock: 'for update' | '' = '',
): Promise<RecipeRow> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound(NO_RECIPE);
  const { rows } = await client.query<RecipeRow>(`select * from recipes where id = $1 ${lock}`, [
    id,
  ]);
  return found(rows);
}

export function stored(row: RecipeRow): StoredRecipe {
  return { recipe: recipeOf(row), own: true, version: row.version };
}

export function found(rows: readonly RecipeRow[]): RecipeRow {
  const row = rows[0];
  if (row === undefined) throw notFound(NO_RECIPE);
  return row;
}

const NO_RECIPE = { pl: 'Nie ma takiego przepisu.', en: 'There is no such recipe.' };
