import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  formatNumber,
  pluralForm,
} from '#shared/recipes/ingredients/format-amount.ts';
import { parseIngredientLine } from '#shared/recipes/ingredients/ingredient-line.ts';
import { scaleRecipe } from '#shared/recipes/ingredients/scale.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';

const all = [...shippedRecipes().values()].filter(({ servings }) => servings !== null);

function amounts({ ingredients }: Recipe): number[] {
  return ingredients.flatMap(({ amount, quantity }) => [
    Number(amount?.value ?? 0),
    Number(amount?.upTo ?? 0),
    Number(quantity?.value ?? 0),
  ]);
}

describe('scaling', () => {
  test('there and back is what it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: 1, max: 100 }), (recipe, servings) => {
        const back = scaleRecipe(scaleRecipe(recipe, servings), recipe.servings ?? 1);
        const [was, is] = [amounts(recipe), amounts(back)];
        for (const [index, value] of was.entries()) {
          // Six places are kept, so at most a ten-thousandth of a gram gets lost on the way.
          expect(Math.abs((is[index] ?? 0) - value)).toBeLessThanOrEqual(1e-4);
        }
        expect(back.steps).toBe(recipe.steps);
      }),
      { numRuns: 300 },
    );
  });

  test('twice as many need twice as much', () => {
    for (const recipe of all) {
      const twice = amounts(scaleRecipe(recipe, 2 * (recipe.servings ?? 1)));
      expect(twice).toEqual(amounts(recipe).map((value) => expect.closeTo(2 * value, 5)));
    }
  });

  test('a line that is written anew reads as the amount it was given', () => {
    for (const recipe of all.filter(({ language }) => language === 'pl')) {
      for (const line of scaleRecipe(recipe, 7).ingredients) {
        const read = parseIngredientLine(line.text, 'pl').amount;
        expect(read?.measure, line.text).toBe(line.amount?.measure);
        const [said, meant] = [Number(read?.value), Number(line.amount?.value)];
        expect(Math.abs(said - meant) / meant, line.text).toBeLessThan(0.05);
      }
    }
  });

  test('words follow the numbers', () => {
    const pancakes = shippedRecipes().get('pl-placki-ziemniaczane');
    if (pancakes === undefined) throw new Error('no pancakes');
    expect(scaleRecipe(pancakes, 8).ingredients.map(({ text }) => text)).toEqual([
      '2 kg ziemniaków',
      'cebula – 2 szt.',
      'jajko – 2 szt.',
      '6 łyżek mąki',
      '240 ml oleju',
      '300 ml śmietany',
      '2 łyżeczki soli',
    ]);
  });

  test('a recipe for nobody knows how many is not scaled', () => {
    const recipe = [...shippedRecipes().values()].find(({ servings }) => servings === null);
    if (recipe === undefined) throw new Error('all say for how many they are');
    expect(() => scaleRecipe(recipe, 4)).toThrow(
      expect.objectContaining({ code: 'servings-unknown' }),
    );
  });
});

describe('amounts in words', () => {
  test.each([
    [1, 'łyżka'],
    [2, 'łyżki'],
    [5, 'łyżek'],
    [12, 'łyżek'],
    [22, 'łyżki'],
    [0.5, 'łyżki'],
    [1.5, 'łyżki'],
  ])('%d %s', (value, word) => {
    expect(formatAmount(value, 'tbsp', 'pl').endsWith(` ${word}`)).toBe(true);
  });

  test.each<[number, 'pl' | 'en', string]>([
    [0.5, 'pl', '1/2'],
    [1.25, 'en', '1 1/4'],
    [0.333333, 'en', '1/3'],
    [2.4, 'pl', '2,4'],
    [2.4, 'en', '2.4'],
    [133.4, 'pl', '133'],
    [2.999999999, 'pl', '3'],
  ])('%d in %s is %s', (value, language, text) => {
    expect(formatNumber(value, language)).toBe(text);
  });

  test('English has two forms', () => {
    expect([pluralForm(1, 'en'), pluralForm(0.5, 'en'), pluralForm(2, 'en')]).toEqual([0, 0, 1]);
  });
});
