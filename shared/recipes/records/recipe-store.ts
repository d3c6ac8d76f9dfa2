import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { NewRecipe, RecipeChange } from '#shared/recipes/model/recipe-schema.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { changedBy, columnsOf, type RecipeRow, recipeOf } from './recipe-row.ts';
import { shippedRecipes } from './shipped.ts';

export interface StoredRecipe {
  readonly recipe: Recipe;
  readonly own: boolean;
  /** Of the shipped ones it never changes. */
  readonly version: number | 'shipped';
}

/** @throws UserError 409 when the household's book is full */
export async function addRecipe(
  household: HouseholdContext,
  recipe: NewRecipe,
  source: Recipe['source'],
): Promise<StoredRecipe> {
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<RecipeRow>(
      `insert into recipes (household_id, title, language, servings, prep_minutes, cook_minutes, meals,
         seasons, equipment, tags, ingredients, steps, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning *`,
      [household.householdId, ...columnsOf(recipe), JSON.stringify(source)],
    );
    await requireWithinLimit(client, 'recipes');
    await requireWithinLimit(client, 'recipeCharacters');
    return stored(found(rows));
  });
}

/** A shipped recipe or one of the household's. @throws UserError 404 */
export async function readRecipe(client: ClientBase, id: string): Promise<StoredRecipe> {
  const recipe = shippedRecipes().get(id);
  if (recipe !== undefined) return { recipe, own: false, version: 'shipped' };
  return stored(await select(client, id));
}

/** All recipes of the household's own. */
export async function ownRecipes(client: ClientBase): Promise<Recipe[]> {
  const { rows } = await client.query<RecipeRow>('select * from recipes order by id');
  return rows.map(recipeOf);
}

/** Changes what is named. @throws UserError 404, 409 for a shipped one or a full book, 412, 428 */
export async function changeRecipe(
  request: ConditionalChange,
  id: string,
  change: RecipeChange,
): Promise<StoredRecipe> {
  refuseShipped(id);
  return await withHousehold(request.household, async (client) => {
    const row = await select(client, id, 'for update');
    requireMatch(request, row.version);
    const { rows } = await client.query<RecipeRow>(
      `update recipes set title = $2, language = $3, servings = $4, prep_minutes = $5,
         cook_minutes = $6, meals = $7, seasons = $8, equipment = $9, tags = $10, ingredients = $11,
         steps = $12, version = version + 1, updated_at = now()
       where id = $1 returning *`,
      [id, ...columnsOf(changedBy(row, change))],
    );
    await requireWithinLimit(client, 'recipeCharacters');
    return stored(found(rows));
  });
}

/** @throws UserError 404, 409 for a shipped one */
export async function removeRecipe(household: HouseholdContext, id: string): Promise<void> {
  refuseShipped(id);
  await withHousehold(household, async (client) => {
    await select(client, id, 'for update');
    await client.query('delete from recipes where id = $1', [id]);
  });
}

async function select(client: ClientBase, id: string, lock: 'for update' | '' = '') {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound(NO_RECIPE);
  const { rows } = await client.query<RecipeRow>(`select * from recipes where id = $1 ${lock}`, [
    id,
  ]);
  return found(rows);
}

function stored(row: RecipeRow): StoredRecipe {
  return { recipe: recipeOf(row), own: true, version: row.version };
}

function found(rows: readonly RecipeRow[]): RecipeRow {
  const row = rows[0];
  if (row === undefined) throw notFound(NO_RECIPE);
  return row;
}

const NO_RECIPE = { pl: 'Nie ma takiego przepisu.', en: 'There is no such recipe.' };

function refuseShipped(id: string): void {
  if (!shippedRecipes().has(id)) return;
  throw new UserError('conflict', 'shipped-recipe', {
    pl: 'Przepisów dostarczonych z programem nie można zmieniać. Dodaj własną wersję.',
    en: 'Shipped recipes cannot be changed. Add a version of your own.',
  });
}
