import { describe, expect, test } from 'vitest';
import { snapshotFor } from '#functions/agents/chef/household-snapshot.ts';
import { Guest } from '#shared/households/diners.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { householdFactsOf } from '#test/shared/recipes/rank/rank-case.ts';
import type { ChefAnswer } from './answer.ts';
import { session } from './session.ts';

const book = [...shippedRecipes().values()].map(indexRecipe);

/** Pasta with spinach in the pantry; the label of the pasta says what the test gives. */
function pantryWith(printed: string) {
  const facts = householdFactsOf({ pantry: 'makaron 500 g, szpinak 400 g 1, smietana 200 g 2' });
  const lots = facts.lots.map((lot) => (lot.name === 'makaron' ? { ...lot, printed } : lot));
  return snapshotFor({ facts: { ...facts, lots }, book }, []);
}

const cooked = (says: string) =>
  session([says, 'makaron ze szpinakiem', 'gotuję pierwszą'], pantryWith('MAKARON ŚWIDRY'));

/** The proposal to cook, if the answer has one. */
const cooking = ({ proposals }: ChefAnswer) => proposals.find((one) => one.kind === 'cook');

describe('who was spoken of is a guest of what is cooked', () => {
  test('with the allergy', async () => {
    const { last } = await cooked('mój syn jest uczulony na jajka');
    expect(last.proposals).toHaveLength(1);
    expect(cooking(last)?.who).toEqual({
      people: null,
      guests: [{ name: 'syn', diet: null, allergies: [{ code: 'eggs', severity: 'allergy' }] }],
    });
  });

  test('without lactose, which forbids milk and not milk without it', async () => {
    const { last } = await session(['żona nie toleruje laktozy, co na obiad?', 'gotuję pierwszą']);
    const guest = cooking(last)?.who?.guests[0];
    expect(guest).toEqual({
      name: 'żona',
      diet: null,
      allergies: [{ term: 'laktoza', severity: 'allergy' }],
    });
    const gate = gateFor([
      { id: 'g', name: 'g', diet: null, dislikes: [], allergies: guest?.allergies ?? [] },
    ]);
    const effectOf = (name: string) =>
      gate.judgeLot({ productId: null, name, printed: null }).effect;
    expect(effectOf('mleko')).toBe('block');
    expect(effectOf('mleko bez laktozy')).toBe('none');
  });

  test.each([
    ['gość jest weganinem, co na obiad?', { name: 'gość', diet: 'vegan', allergies: [] }],
    [
      'gość jest wegetarianinem i nie toleruje laktozy, co na obiad?',
      {
        name: 'gość',
        diet: 'vegetarian',
        allergies: [{ term: 'laktoza', severity: 'allergy' }],
      },
    ],
  ])('with the diet: “%s”', async (message, guest) => {
    const { answers, last } = await session([message, 'gotuję pierwszą']);
    expect(cooking(last)?.who?.guests).toEqual([guest]);
    const gate = gateFor([{ id: 'g', dislikes: [], ...Guest.parse(guest), name: 'gość' }]);
    const offered = answers[0]?.data.recipes.map(({ id }) => shippedRecipes().get(id)) ?? [];
    expect(offered.length).toBeGreaterThan(0);
    for (const recipe of offered)
      expect(recipe && gate.judge(recipe).effect, recipe?.title).not.toBe('block');
  });

  test('and a lot that has it by its label is not used', async () => {
    const messages = ['mój syn jest uczulony na jajka', 'makaron ze szpinakiem'];
    const usesOf = async (printed: string) => {
      const { last } = await session(messages, pantryWith(printed));
      expect(last.data.recipes.length).toBeGreaterThan(0);
      return last.data.recipes.flatMap(({ uses }) => uses.map(({ product }) => product));
    };
    expect(await usesOf('MAKARON ŚWIDRY')).toContain('makaron');
    const withEggs = await usesOf('MAKARON 4-JAJECZNY');
    expect(withEggs).not.toContain('makaron');
    expect(withEggs).toContain('szpinak');
  });
});
