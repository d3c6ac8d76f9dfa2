import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { WhoEatsQuery } from '#shared/households/diners.ts';
import { Diet } from '#shared/households/person.ts';
import { outboundCodes } from '#shared/outbound/outbound-failure.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { decimal } from '#shared/schemas/decimal.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';
import { yesOrNo } from '#shared/schemas/yes-or-no.ts';
import { MEAL_CONFLICTS } from './model/meal-conflicts.ts';
import { RecipeId } from './model/recipe-id.ts';
import {
  Cooked,
  Cooking,
  NewRecipe,
  RankedView,
  RecipeChange,
  RecipeView,
  RefusedRecipe,
} from './model/recipe-schema.ts';
import { ImportRequest, PastedPage, PastedText, SchemaOrgRecipe } from './model/recipe-sources.ts';

const RECIPE = '/api/v2/recipes/{recipeId}';
const params = z.object({ recipeId: RecipeId });
const count = (most: number) => wholeNumber(0, most);

export const recipeRoutes = defineRoutes('recipes', {
  listRecipes: {
    method: 'GET',
    path: '/api/v2/recipes',
    scope: 'read',
    summary: 'What to cook, best first: by what is in the house, spoils, is missing, and who eats.',
    query: z.extend(PageQuery, {
      ...WhoEatsQuery.shape,
      q: z.optional(z.string().check(z.maxLength(100))),
      maxMissing: z.optional(count(200)),
      maxMinutes: z.optional(count(10_080)),
      diet: z.optional(Diet),
      language: z.optional(z.enum(['pl', 'en'])),
      own: z.optional(yesOrNo()),
      useExpiring: z._default(yesOrNo(), false),
    }),
    problems: { 404: ['unknown-person'], 422: ['nobody-eats', 'too-many-terms'] },
    replies: {
      200: z.extend(pageSchema(RankedView), {
        refused: z.array(RefusedRecipe),
        /** How many recipes are refused; `refused` has entries of the best of them. */
        refusedCount: z.int(),
      }),
    },
  },
  addRecipe: {
    method: 'POST',
    path: '/api/v2/recipes',
    scope: 'write',
    summary:
      'Adds a recipe of the household: as written, as schema.org JSON-LD, from the page at a url, or as pasted text or HTML.',
    // A description of schema.org says who it is; of an array the first recipe is taken.
    body: z.union([
      NewRecipe,
      ImportRequest,
      PastedPage,
      PastedText,
      SchemaOrgRecipe,
      z.array(z.looseObject({})).check(z.minLength(1), z.maxLength(50)),
    ]),
    query: z.strictObject({
      /** Although the household has it already. */
      again: z._default(yesOrNo(), false),
    }),
    headers: { 201: ['etag', 'location'], 409: ['location'] },
    problems: {
      400: outboundCodes('bad-input'),
      409: ['too-many-recipes', 'recipes-too-long', 'recipe-exists'],
      422: [
        'no-recipe',
        'recipe-incomplete',
        'recipe-too-big',
        'page-failed',
        ...outboundCodes('unprocessable'),
      ],
      503: outboundCodes('unavailable'),
    },
    replies: { 201: RecipeView },
  },
  readRecipe: {
    method: 'GET',
    path: RECIPE,
    scope: 'read',
    summary:
      'One recipe, scaled when asked; as schema.org JSON-LD for Accept: application/ld+json.',
    params,
    query: z.extend(WhoEatsQuery, {
      servings: z.optional(wholeNumber(1, 100)),
      /** Instead of servings: so many times. */
      factor: z.optional(decimal(0.01, 100)),
    }),
    headers: { 200: ['etag'] },
    problems: {
      404: ['unknown-person'],
      422: ['nobody-eats', 'too-many-terms', 'servings-unknown', 'scaled-twice'],
    },
    replies: { 200: RecipeView },
    alternatives: { 'application/ld+json': SchemaOrgRecipe },
  },
  changeRecipe: {
    method: 'PATCH',
    path: RECIPE,
    scope: 'write',
    summary: 'Changes an own recipe; needs If-Match with its ETag.',
    params,
    body: RecipeChange,
    headers: { 200: ['etag'] },
    problems: { 409: ['shipped-recipe', 'recipes-too-long'] },
    replies: { 200: RecipeView },
  },
  removeRecipe: {
    method: 'DELETE',
    path: RECIPE,
    scope: 'write',
    summary: 'Removes an own recipe.',
    params,
    problems: { 409: ['shipped-recipe'] },
    replies: { 204: noBody },
  },
  cookRecipe: {
    method: 'POST',
    path: `${RECIPE}/cook`,
    scope: 'write',
    summary:
      'Takes what the recipe needs out of the pantry, from what spoils first; not what a diner must avoid.',
    params,
    body: Cooking,
    problems: {
      404: ['unknown-person'],
      409: MEAL_CONFLICTS,
      422: ['nobody-eats', 'too-many-terms', 'servings-unknown', 'lot-not-needed'],
    },
    replies: { 200: Cooked },
  },
});
