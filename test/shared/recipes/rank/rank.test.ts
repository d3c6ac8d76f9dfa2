import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateFor } from '#shared/recipes/gate.ts';
import { explain } from '#shared/recipes/rank/explain.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { compareRanked, rank } from '#shared/recipes/rank/rank.ts';
import { showRanked } from '#shared/recipes/rank/show.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { cases } from './cases.ts';
import { allowAll, factsOf, HARMLESS, offered, recipe } from './rank-case.ts';

describe('worked cases', () => {
  test('are twenty at least', () => expect(cases.length).toBeGreaterThanOrEqual(20));

  test.each(cases)('$name', ({ among, order, points = {}, why = {}, ...pantry }) => {
    const ranked = offered(pantry, among);
    expect(ranked.map(({ indexed }) => indexed.recipe.id)).toEqual(order);
    const first = ranked[0];
    if (first === undefined) throw new Error('nothing was offered');
    const parts = explain(first, factsOf(pantry));
    for (const [name, value] of Object.entries(points))
      expect(parts[name]?.points, name).toBe(value);
    for (const [name, words] of Object.entries(why)) expect(parts[name]?.why, name).toBe(words);
    const sum = Object.values(parts).reduce((all, { points: one }) => all + one, 0);
    expect(sum).toBeCloseTo(first.total, 6);
  });
});

describe('a ranked recipe', () => {
  test('says which lots it uses, how much of each, and what stands in for what is missing', () => {
    const pantry = {
      pantry:
        'maka-pszenna 1 kg, jogurt-naturalny 400 g 2, jaja 2 szt, cukier 1 kg, olej-rzepakowy 1 l',
    };
    const facts = factsOf(pantry);
    const [first] = offered(pantry, ['pl-racuchy']);
    if (first === undefined) throw new Error('nothing was offered');
    const shown = showRanked(first, facts, gateFor([]));
    expect(shown.uses.find(({ product }) => product === 'maka-pszenna')?.quantity).toEqual({
      value: '300',
      unit: 'g',
    });
    const kefir = shown.missing.find(({ productId }) => productId === 'kefir');
    expect(kefir).toMatchObject({
      item: 'kefir',
      quantity: { value: '300', unit: 'ml' },
      price: null,
    });
    expect(kefir?.substitute).toMatchObject({ ratio: 1 });
    expect(
      showRanked(first, facts, { ...gateFor([]), allowed: () => false }).missing[0]?.substitute,
    ).toBeNull();
  });

  test('takes from the lot that ends first, and only what it needs', () => {
    const pantry = {
      pantry: 'ziemniaki 5 kg 30, ziemniaki 600 g 3, maka-pszenna 1 kg, jaja 6 szt',
    };
    const [first] = offered(pantry, ['pl-kopytka']);
    if (first === undefined) throw new Error('nothing was offered');
    const { uses, expiringUsed } = showRanked(first, factsOf(pantry), gateFor([]));
    const potatoes = uses.filter(({ product }) => product === 'ziemniaki');
    expect(potatoes.map(({ daysLeft, quantity }) => [daysLeft, quantity?.value])).toEqual([
      [3, '600'],
      [30, '400'],
    ]);
    expect(expiringUsed).toHaveLength(1);
  });
});

test('every order of judging gives the same ranking', () => {
  const recipes = [...shippedRecipes().values()].map(indexRecipe);
  const facts = factsOf({
    pantry: 'jaja 10 szt 2, mleko 1 l 1, maka-pszenna 1 kg, cebula 1 kg',
  });
  const letters = fc.func(fc.constantFrom('none', 'rank', 'warn', 'block'));
  fc.assert(
    fc.property(letters, (effectOf) => {
      const judge = ({ id }: { id: string }) => {
        const effect = effectOf(id) as 'none' | 'rank' | 'warn' | 'block';
        const dislikes = effect === 'rank' ? [{ person: 'Ola', evidence: 'x' }] : [];
        return { ...HARMLESS, effect, dislikes };
      };
      const ranked = [...rank(recipes, facts, judge)];
      expect(ranked).toEqual([...ranked].sort(compareRanked));
      expect(ranked.some(({ judgement }) => judgement.effect === 'block')).toBe(false);
    }),
    { numRuns: 5 },
  );
  expect([...rank(recipes, facts, allowAll)]).toHaveLength(recipes.length);
  expect(recipe('pl-rosol').title).toBe('Rosół z kury');
});
