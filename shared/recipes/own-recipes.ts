import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { dinersOf } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { Network } from '#shared/outbound/network.ts';
import { type ConditionalChange, etag } from '#shared/versions/if-match.ts';
import { gateFor } from './gate.ts';
import { importRecipe } from './importing/import-recipe.ts';
import { readPage } from './importing/read-page.ts';
import { readDescription } from './importing/read-recipe.ts';
import { readText } from './importing/read-text.ts';
import { multiplyRecipe, scaleRecipe } from './ingredients/scale.ts';
import type { Recipe } from './model/recipe.ts';
import { NewRecipe, type RecipeChange, type RecipeView } from './model/recipe-schema.ts';
import { ImportRequest, PastedPage, PastedText } from './model/recipe-sources.ts';
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
 * Keeps a recipe that was written, described as JSON-LD, pasted, or lies at an address.
 * @param again although the household has it already
 * @param network for tests; the public internet when left out
 * @throws UserError 400 for what is no address, 409, 422 for one that may not be opened or holds no recipe, 503
 */
export async function createRecipe(
  household: HouseholdContext,
  given: Given,
  { again }: { readonly again: boolean },
  network?: Network,
): Promise<Shown> {
  const { recipe, source } = await readGiven(given, network);
  // What somebody wrote is meant to be new.
  const isNew = again || source.name === 'own';
  const stored = await addRecipe(household, recipe, source, { again: isNew });
  return show(stored, await withHousehold(household, allPeople));
}

async function readGiven(
  given: Given,
  network: Network | undefined,
): Promise<{ recipe: NewRecipe; source: Recipe['source'] }> {
  if (is(PastedPage, given)) {
    const { recipe, author } = readPage(given.html);
    const name = URL.parse(given.url ?? '')?.hostname ?? 'html';
    return { recipe, source: { name, url: given.url ?? null, author } };
  }
  if (is(PastedText, given)) {
    return { recipe: readText(given.text).recipe, source: { ...NOWHERE, name: 'text' } };
  }
  if (is(ImportRequest, given)) return await importRecipe(given.url, network);
  if (is(NewRecipe, given)) return { recipe: given, source: { ...NOWHERE, name: 'own' } };
  const { recipe, author } = readDescription(given);
  return { recipe, source: { ...NOWHERE, name: 'json-ld', author } };
}

const NOWHERE = { url: null, author: null } as const;

/** Which of the shapes of the body it has. */
function is<S extends z.ZodMiniType>(shape: S, given: Given): given is Given & z.output<S> {
  return z.safeParse(shape, given).success;
}

/** Whoever must not eat it, it is shown, and says so. @throws UserError 404; 422 when it cannot be scaled */
export async function readForHousehold(
  household: HouseholdContext,
  id: string,
  { servings, factor, ...who }: z.output<typeof recipeRoutes.readRecipe.query>,
  locale: Locale,
): Promise<Shown> {
  if (servings !== undefined && factor !== undefined) throw scaledTwice();
  return await withHousehold(household, async (client) => {
    const diners = dinersOf(await allPeople(client), who, locale);
    const stored = await readRecipe(client, id);
    return show(stored, diners, scaled(stored.recipe, { servings, factor }));
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

function scaled(
  recipe: Recipe,
  { servings, factor }: { servings?: number | undefined; factor?: number | undefined },
): Recipe {
  if (servings !== undefined) return scaleRecipe(recipe, servings);
  return factor === undefined ? recipe : multiplyRecipe(recipe, factor);
}

function scaledTwice(): UserError {
  return new UserError('unprocessable', 'scaled-twice', {
    pl: 'Podaj albo liczbę porcji (servings), albo mnożnik (factor).',
    en: 'Give either the number of servings or a factor.',
  });
}

/** @param recipe as it is shown, where that is not as it is stored */
function show(stored: StoredRecipe, diners: readonly Person[], recipe = stored.recipe): Shown {
  const { judge } = gateFor(diners);
  const { recipe: base, own, version } = stored;
  return { recipe: showRecipe(recipe, own, judge(base)), etag: etag(version) };
}
