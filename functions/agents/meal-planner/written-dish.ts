import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';

/** Of one of the recipes what the gate reads: its lines as they were written. */
export function writtenDish(recipes: ReadonlyMap<string, WrittenRecipe>, id: string) {
  const recipe = recipes.get(id);
  if (recipe === undefined) throw new Error(`The recipe ${id} was not read`);
  const { title, language, ingredients, steps } = recipe;
  const lines = ingredients.map(({ text }) => ({ text }));
  return { title, language, ingredients: lines, steps: [...steps] };
}
