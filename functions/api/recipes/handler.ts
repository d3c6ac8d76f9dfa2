import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { cookRecipe } from '#shared/recipes/cook.ts';
import { writeJsonLd } from '#shared/recipes/json-ld/write-recipe.ts';
import { changeForHousehold, createRecipe, readForHousehold } from '#shared/recipes/own-recipes.ts';
import { loadShippedBook } from '#shared/recipes/rank/recipe-book.ts';
import { recipeRoutes } from '#shared/recipes/recipe-routes.ts';
import { pageOfRecipes } from '#shared/recipes/recipes.ts';
import { removeRecipe } from '#shared/recipes/records/recipe-change-store.ts';

const JSON_LD = 'application/ld+json';

loadShippedBook(); // Each list asks for it, and while a function starts its processor is faster.
export const handler = endpoint(recipeRoutes, {
  listRecipes: async ({ household, query, locale }) =>
    reply(200, await pageOfRecipes(household, query, locale)),
  addRecipe: async ({ household, body, query }) => {
    const { recipe, etag } = await createRecipe(household, body, query);
    return reply(201, recipe, { etag, location: `/api/v2/recipes/${recipe.id}` });
  },
  readRecipe: async ({ household, params, query, locale, wants }) => {
    const { recipe, etag } = await readForHousehold(household, params.recipeId, query, locale);
    if (!wants(JSON_LD)) return reply(200, recipe, { etag });
    return reply(200, writeJsonLd(recipe), { etag, 'content-type': JSON_LD });
  },
  changeRecipe: async (request) => {
    const { recipe, etag } = await changeForHousehold(
      request,
      request.params.recipeId,
      request.body,
    );
    return reply(200, recipe, { etag });
  },
  removeRecipe: async ({ household, params }) => {
    await removeRecipe(household, params.recipeId);
    return reply(204);
  },
  cookRecipe: async ({ household, params, body, locale }) =>
    reply(200, await cookRecipe(household, params.recipeId, body, locale)),
});
