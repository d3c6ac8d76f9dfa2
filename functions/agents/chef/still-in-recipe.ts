import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { codeName } from './diet-names.ts';
import { harmedDiners } from './session-diners.ts';
import type { Restriction } from './statements/statement.ts';

/** `Bez mleka` leaves out the milk; the butter that is still in the recipe has to be said. */
export function stillInRecipe(
  recipe:
    | (Pick<Recipe, 'language'> & { readonly ingredients: readonly { readonly text: string }[] })
    | null,
  forbidden: readonly Restriction[],
  language: Language,
): string[] {
  if (recipe === null) return [];
  const lines = recipe.ingredients.map(({ text }) => ({ [recipe.language]: text }));
  const { findings } = checkRecipe(lines, [], harmedDiners(forbidden, language));
  const found = new Set(
    findings
      .filter(({ about }) => about !== 'unknown-food')
      .map(({ evidence, code }) => `${evidence.words} (${codeName(code, language)})`),
  );
  if (found.size === 0) return [];
  const list = [...found].slice(0, 6).join(', ');
  return [
    language === 'pl'
      ? `Uwaga, w tym przepisie jest jeszcze: ${list}. Nie nadaje się dla kogoś, kto nie może tego jeść.`
      : `Mind that this recipe still has ${list} in it. It is not for somebody who must not have that.`,
  ];
}
