import * as z from 'zod/mini';
import { RankedView, RecipeView, RefusedRecipe } from '#shared/recipes/model/recipe-schema.ts';

export const ChefData = z.object({
  recipes: z.array(RankedView),
  recipe: z.nullable(RecipeView),
  /** What fits and somebody who eats must not have; the best of so many. */
  refused: z.array(RefusedRecipe),
  refusedCount: z.int(),
});
export type ChefData = z.infer<typeof ChefData>;
