import { expect, test } from 'vitest';
import { coverNeed } from '#shared/recipes/rank/cover-need.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { recipeSearch } from '#shared/recipes/rank/recipe-search.ts';
import { type StockLot, stockOf } from '#shared/recipes/rank/stock.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { NAMELESS, namesOfAllAlphabets } from '#test/support/unicode-names.ts';

function recipeOf(...items: string[]) {
  const [recipe] = shippedRecipes().values();
  const [line] = recipe?.ingredients ?? [];
  if (recipe === undefined || line === undefined) throw new Error('There is no recipe');
  const ingredients = items.map((item) => ({ ...line, text: item, item, productId: null }));
  return indexRecipe({ ...recipe, language: 'pl', title: '', tags: [], ingredients });
}

const lotOf = (name: string): StockLot => ({
  id: name,
  productId: null,
  name,
  printed: null,
  category: null,
  amount: 1,
  unit: 'szt',
  opened: false,
  expires: null,
});

/** Names of the lots that a recipe of one ingredient would take. */
function usedFor(item: string, stocked: readonly string[]): string[] {
  const used: string[] = [];
  const [need] = recipeOf(item).needs;
  if (need === undefined) throw new Error('No need');
  coverNeed(need, stockOf(stocked.map(lotOf), '2026-11-24'), (lot) => used.push(lot.name));
  return used;
}

test('an ingredient takes the lot of its own name only, whatever the alphabet', () => {
  const names = [...namesOfAllAlphabets(16, 200), '🥚', '🥛', '7%', '8%'];
  for (const name of names) {
    expect(usedFor(name, [...names, ...NAMELESS])).toEqual([name]);
  }
  for (const name of [...NAMELESS, '🥜']) {
    expect(usedFor(name, [...names, ...NAMELESS]), name).toEqual([]);
  }
});

test('a search for signs alone finds no recipe, one for a picture those that have it', () => {
  const recipe = recipeOf('🥚', 'мука');
  for (const found of ['🥚', 'мука', 'му', '']) expect(recipeSearch(found)(recipe)).toBe(true);
  for (const missed of ['🥛', 'я', ...NAMELESS.filter((name) => name.trim() !== '')]) {
    expect(recipeSearch(missed)(recipe), missed).toBe(false);
  }
});
