import type { Recipe } from './model/recipe.ts';

/** What stands between the parts of a recipe, in one language. */
export interface RecipeHeadings {
  serves(servings: number): string;
  readonly ingredients: string;
  readonly method: string;
}

/** What of a recipe is read. */
type ReadableRecipe = Pick<
  Recipe,
  'title' | 'servings' | 'steps' | 'prepMinutes' | 'cookMinutes'
> & {
  readonly ingredients: readonly { readonly text: string }[];
};

/** A recipe to be read, line by line. @param changes what was changed in it, a sentence each */
export function recipeText(
  { title, servings, ingredients, steps, prepMinutes, cookMinutes }: ReadableRecipe,
  changes: readonly string[],
  headings: RecipeHeadings,
): string {
  const minutes = minutesOf({ prepMinutes, cookMinutes }) ?? 0;
  const head = [
    ...(servings === null ? [] : [headings.serves(servings)]),
    ...(minutes === 0 ? [] : [`${minutes} min`]),
  ];
  return [
    `${title}${head.length > 0 ? ` (${head.join(', ')})` : ''}`,
    ...changes,
    headings.ingredients,
    ...ingredients.map(({ text }) => `- ${text}`),
    headings.method,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ].join('\n');
}

/** What a recipe takes from the first step to the last; null where it does not say. */
export function minutesOf({
  prepMinutes,
  cookMinutes,
}: Pick<Recipe, 'prepMinutes' | 'cookMinutes'>): number | null {
  if (prepMinutes === null && cookMinutes === null) return null;
  return (prepMinutes ?? 0) + (cookMinutes ?? 0);
}
