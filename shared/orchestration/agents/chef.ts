import * as z from 'zod/mini';
import { RankedView, RecipeView, RefusedRecipe } from '#shared/recipes/model/recipe-schema.ts';
import { defineAgent } from './agent-entry.ts';
import { ChefState } from './chef-state.ts';

export const ChefData = z.object({
  recipes: z.array(RankedView),
  recipe: z.nullable(RecipeView),
  /** What fits and somebody who eats must not have; the best of so many. */
  refused: z.array(RefusedRecipe),
  refusedCount: z.int(),
});
export type ChefData = z.infer<typeof ChefData>;

/** What to cook, how and for whom. */
export const chef = defineAgent({
  name: 'chef',
  functionEnv: 'chefFunction',
  data: ChefData,
  state: z.nullable(ChefState),
  tellsRestrictions: true,
  withoutHarmful: (data, harms) => ({
    ...data,
    recipes: data.recipes.filter(({ title }) => !harms(title)),
    recipe: data.recipe !== null && harms(data.recipe) ? null : data.recipe,
  }),
});
