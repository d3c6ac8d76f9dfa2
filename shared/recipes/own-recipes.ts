import type * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { dinersOf } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { Network } from '#shared/outbound/network.ts';
import { type ConditionalChange, etag } from '#shared/versions/if-match.ts';
import { gateFor } from './gate.ts';
import { importRecipe } from './importing/import-recipe.ts';
import { readDescription } from './importing/read-recipe.ts';
import { scaleRecipe } from './ingredients/scale.ts';
import type { Recipe } from './model/recipe.ts';
import type { NewRecipe, RecipeChange, RecipeView } from './model/recipe-schema.ts';
import type { recipeRoutes } from './recipe-routes.ts';
import { addRecipe, changeRecipe } from './records/recipe-change-store.ts';
import { readRecipe, type StoredRecipe } from './records/recipe-store.ts';
import { showRecipe } from './show-recipe.ts';

/** A recipe and the version it is shown in. */
export interface Shown {
  readonly recipe: RecipeView;
  readonly etag: string;
}

type Given = z.output<typeof recipeRoutes.addRecipe.body>;

/**
 * Keeps a recipe that was written, described as JSON-LD, or lies at an address.
 * @param network for tests; the public internet when left out
 * @throws UserError 400 for what is no address, 409, 422 for one that may not be opened or holds no recipe, 503
 */
export async function createRecipe(
  household: HouseholdContext,
  given: Given,
  network?: Network,
): Promise<Shown> {
  const { recipe, source } = await readGiven(given, network);
  const stored = await addRecipe(household, recipe, source);
  return show(stored, await withHousehold(household, allPeople));
}

async function readGiven(
  given: Given,
  network: Network | undefined,
): Promise<{ recipe: NewRecipe; source: Recipe['source'] }> {
  if (isAddress(given)) return await importRecipe(given.url, network);
  if (isWritten(given)) return { recipe: given, source: { name: 'own', url: null, author: null } };
  const { recipe, author } = readDescription(given);
  return { recipe, source: { name: 'json-ld', url: null, author } };
}

function isAddress(given: Given): given is { url: string } {
  return !Array.isArray(given) && !('@context' in given) && 'url' in given && !('title' in given);
}

function isWritten(given: Given): given is NewRecipe {
  return !Array.isArray(given) && !('@context' in given) && 'title' in given;
}

/** Whoever must not eat it, it is shown, and says so. @throws UserError 404; 422 when it cannot be scaled */
export async function readForHousehold(
  household: HouseholdContext,
  id: string,
  { servings, ...who }: z.output<typeof recipeRoutes.readRecipe.query>,
  locale: Locale,
): Promise<Shown> {
  return await withHousehold(household, async (client) => {
    const diners = dinersOf(await allPeople(client), who, locale);
    return show(await readRecipe(client, id), diners, servings);
  });
}

/** @throws UserError 404, 409, 412, 428 */
export async function changeForHousehold(
  request: ConditionalChange,
  id: string,
  change: RecipeChange,
): Promise<Shown> {
  const stored = await changeRecipe(request, id, change);
  return show(stored, await withHousehold(request.household, allPeople));
}

function show(stored: StoredRecipe, diners: readonly Person[], servings?: number): Shown {
  const { judge } = gateFor(diners);
  const { recipe: base, own, version } = stored;
  const recipe = servings === undefined ? base : scaleRecipe(base, servings);
  return { recipe: showRecipe(recipe, own, judge(base)), etag: etag(version) };
}
