import { describe, expect, test } from 'vitest';
import { products } from '#shared/products/product.ts';
import type { Ingredient, Recipe } from '#shared/recipes/model/recipe.ts';
import { readRecipes, shippedRecipes } from '#shared/recipes/records/shipped.ts';

const all = [...shippedRecipes().values()];
const polish = all.filter(({ language }) => language === 'pl');

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a step speaks of it: a word of three letters on which both begin alike. */
function spokenOf({ text, item }: Ingredient, steps: string): boolean {
  const words = plain(`${text} ${item}`).match(/[a-z]{3,}/g) ?? [];
  return words.some((word) => steps.includes(` ${word.slice(0, Math.min(4, word.length - 1))}`));
}

/** Grams or millilitres of one portion, as far as the lines say. */
function portion({ ingredients, servings }: Recipe): number {
  const said = ingredients.map(({ quantity }) =>
    quantity?.unit === 'g' || quantity?.unit === 'ml' ? Number(quantity.value) : 0,
  );
  return said.reduce((sum, grams) => sum + grams, 0) / (servings ?? 1);
}

describe('the shipped recipes', () => {
  test('are 383 English and at least 120 Polish ones, each with an id of its own', () => {
    expect(all.filter(({ language }) => language === 'en')).toHaveLength(383);
    expect(polish.length).toBeGreaterThanOrEqual(120);
    expect(new Set(polish.map(({ title }) => title)).size).toBe(polish.length);
  });

  test('all have something to do and something to do it with', () => {
    const empty = all.filter(
      ({ ingredients, steps }) => ingredients.length < 1 || steps.length < 1,
    );
    expect(empty.map(({ id }) => id)).toEqual([]);
    expect(all.filter(({ id }) => !/^(?:pl|en)-[a-z0-9-]{2,80}$/.test(id))).toEqual([]);
  });

  test('most English ingredients are known products', () => {
    const lines = all.filter(({ language }) => language === 'en').flatMap((r) => r.ingredients);
    const known = lines.filter(({ productId }) => productId !== null);
    expect(known.length / lines.length).toBeGreaterThan(0.8);
    const ids = new Set(known.map(({ productId }) => productId));
    expect([...ids].filter((id) => id !== 'woda' && !products().has(id ?? ''))).toEqual([]);
  });
});

describe.each(polish.map((recipe) => [recipe.id, recipe] as const))('%s', (_, recipe) => {
  test('says everything, in amounts that cooks measure', () => {
    const { servings, prepMinutes, cookMinutes, meals, ingredients, steps } = recipe;
    expect(servings).toBeGreaterThanOrEqual(2);
    expect(servings).toBeLessThanOrEqual(12);
    expect(prepMinutes).toBeGreaterThanOrEqual(5);
    expect((prepMinutes ?? 0) + (cookMinutes ?? 0)).toBeLessThanOrEqual(240);
    expect(meals.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(1);
    for (const { text, amount, productId } of ingredients) {
      expect(amount, text).not.toBeNull();
      if (productId !== null && productId !== 'woda')
        expect(products().has(productId), text).toBe(true);
    }
    expect(portion(recipe)).toBeLessThan(900);
  });

  test('uses every ingredient', () => {
    const steps = ` ${plain(recipe.steps.join(' ')).replace(/[^a-z]+/g, ' ')} `;
    const unused = recipe.ingredients.filter(
      (line) => !spokenOf(line, steps) && !['woda', 'sol', 'pieprz'].includes(line.productId ?? ''),
    );
    expect(unused.map(({ text }) => text)).toEqual([]);
  });
});

test('recipes are the same when the build has written and a bundle has read them', () => {
  const read = readRecipes();
  expect(JSON.parse(JSON.stringify(read))).toStrictEqual(read);
});
