import type { Notice } from '#shared/notices/notice.ts';
import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import type { Restriction } from '#shared/statements/statement.ts';

const MAX_NAMED = 6;

/** `Bez mleka` leaves out the milk; the butter that is still in the recipe has to be said. */
export function stillInRecipe(
  recipe:
    | (Pick<Recipe, 'language'> & { readonly ingredients: readonly { readonly text: string }[] })
    | null,
  forbidden: readonly Restriction[],
  language: Language,
): Notice[] {
  if (recipe === null) return [];
  const lines = recipe.ingredients.map(({ text }) => ({ [recipe.language]: text }));
  const { findings } = checkRecipe(lines, [], harmedDiners(forbidden, language));
  const found = new Map(
    findings
      .filter(({ about }) => about !== 'unknown-food')
      .map(({ evidence: { words }, code }) => [`${words} ${code}`, { words, code }]),
  );
  if (found.size === 0) return [];
  return [{ about: 'still-in-recipe', found: [...found.values()].slice(0, MAX_NAMED) }];
}
