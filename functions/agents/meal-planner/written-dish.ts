import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';

/** Of a recipe what the gate reads: its lines as they were written. */
export function writtenDish({ title, language, ingredients, steps }: WrittenRecipe) {
  const lines = ingredients.map(({ text }) => ({ text }));
  return { title, language, ingredients: lines, steps: [...steps] };
}
