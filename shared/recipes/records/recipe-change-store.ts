import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { forgetRecipePassages, saveRecipePassages } from '#shared/documents/recipe-passages.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { type Recipe, readAs } from '#shared/recipes/model/recipe.ts';
import type { NewRecipe, RecipeChange } from '#shared/recipes/model/recipe-schema.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { changedBy, columnsOf, type RecipeRow } from './recipe-row.ts';
import { found, type StoredRecipe, selectRecipe, stored } from './recipe-store.ts';
import { shippedRecipes } from './shipped.ts';

/**
 * @param again although the household has it already
 * @throws UserError 409 when the household has it, or its book is full
 */
export async function addRecipe(
  household: HouseholdContext,
  recipe: NewRecipe,
  source: Recipe['source'],
  { again }: { readonly again: boolean },
): Promise<StoredRecipe> {
  const added = await withHousehold(household, async (client) => {
    if (!again) await requireNew(client, recipe, source);
    const { rows } = await client.query<RecipeRow>(
      `insert into recipes (household_id, title, language, servings, prep_minutes, cook_minutes, total_minutes,
         makes, meals, seasons, equipment, tags, ingredients, steps, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning *`,
      [household.householdId, ...columnsOf(recipe), JSON.stringify(source)],
    );
    await requireWithinLimit(client, 'recipes');
    await requireWithinLimit(client, 'recipeCharacters');
    return await savedPassages(client, household, found(rows));
  });
  await relayHousehold(household);
  return added;
}

/** The same page, or the same title with the same ingredients. @throws UserError 409 with its address */
async function requireNew(
  client: ClientBase,
  { title, ingredients }: NewRecipe,
  { url }: Recipe['source'],
): Promise<void> {
  const lines = JSON.stringify(ingredients.map((text) => ({ text })));
  const { rows } = await client.query<Pick<RecipeRow, 'id' | 'title'>>(
    `select id, title from recipes
     where source ->> 'url' = $1 or (title = $2 and ingredients = $3) order by id limit 1`,
    [url, title, lines],
  );
  const [same] = rows;
  if (same === undefined) return;
  throw new UserError(
    'conflict',
    'recipe-exists',
    {
      pl: `Masz już ten przepis: ${same.title}. Z parametrem again=true doda się jeszcze raz.`,
      en: `You have this recipe already: ${same.title}. With again=true it is added once more.`,
    },
    { headers: { location: `/api/v2/recipes/${same.id}` } },
  );
}

/** Changes what is named. @throws UserError 404, 409 for a shipped one or a full book, 412, 428 */
export async function changeRecipe(
  request: ConditionalChange,
  id: string,
  change: RecipeChange,
): Promise<StoredRecipe> {
  refuseShipped(id);
  const changed = await withHousehold(request.household, async (client) => {
    const row = await selectRecipe(client, id, 'for update');
    requireMatch(request, row.version);
    const { rows } = await client.query<RecipeRow>(
      `update recipes set title = $2, language = $3, servings = $4, prep_minutes = $5,
         cook_minutes = $6, total_minutes = $7, makes = $8, meals = $9, seasons = $10,
         equipment = $11, tags = $12, ingredients = $13, steps = $14, version = version + 1, updated_at = now()
       where id = $1 returning *`,
      [id, ...columnsOf(changedBy(row, change))],
    );
    await requireWithinLimit(client, 'recipeCharacters');
    return await savedPassages(client, request.household, found(rows));
  });
  await relayHousehold(request.household);
  return changed;
}

/** @throws UserError 404, 409 for a shipped one */
export async function removeRecipe(household: HouseholdContext, id: string): Promise<void> {
  refuseShipped(id);
  await withHousehold(household, async (client) => {
    await selectRecipe(client, id, 'for update');
    await forgetRecipePassages(client, household.householdId, id);
    await client.query('delete from recipes where id = $1', [id]);
  });
  await relayHousehold(household);
}

/** An own recipe, after its passages were saved with it. */
async function savedPassages(
  client: ClientBase,
  { householdId }: HouseholdContext,
  row: RecipeRow,
): Promise<StoredRecipe> {
  const ingredients = row.ingredients.map(({ text }) => text);
  await saveRecipePassages(client, householdId, {
    ...row,
    language: readAs(row.language),
    ingredients,
  });
  return stored(row);
}

function refuseShipped(id: string): void {
  if (!shippedRecipes().has(id)) return;
  throw new UserError('conflict', 'shipped-recipe', {
    pl: 'Przepisów dostarczonych z programem nie można zmieniać. Dodaj własną wersję.',
    en: 'Shipped recipes cannot be changed. Add a version of your own.',
  });
}
