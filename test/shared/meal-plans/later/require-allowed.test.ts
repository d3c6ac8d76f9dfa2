import { expect, test } from 'vitest';
import { requireAllowed } from '#shared/meal-plans/later/require-allowed.ts';
import { madeHousehold } from '#test/eval/planner/households.ts';

const { facts, wishes } = madeHousehold(5, { days: 1, lots: 1 });
const lots = facts.lots.map((lot) => ({ ...lot, productId: null, name: 'mleko', category: null }));
const milk = lots.map(({ id: lotId }) => ({ lotId, product: 'mleko', quantity: null }));

/** The gate's word on a dish for somebody with or without an allergy to milk. */
function check(id: string, { isAllergic = true, uses = [] as typeof milk } = {}) {
  const allergies = isAllergic ? [{ code: 'milk' as const, severity: 'allergy' as const }] : [];
  const diners = [{ id: 'ola', name: 'Ola', diet: null, allergies, dislikes: [] }];
  const meals = wishes.meals.slice(0, 1).map((meal) => ({ ...meal, id: 'meal', diners }));
  const slot = { id: 'meal', recipe: { id, title: id, minutes: null }, uses };
  return () => requireAllowed([slot], meals, { book: facts.book, lots });
}

test('a plan passes that everybody may eat', () => {
  expect(check('pl-puree', { isAllergic: false, uses: milk })).not.toThrow();
  expect(check('pl-schabowy')).not.toThrow();
});

test('a dish is refused that somebody must not have', () => {
  expect(check('pl-puree')).toThrow('must not have');
});

test('a dish is refused with a lot that somebody must not have', () => {
  expect(check('pl-schabowy', { uses: milk })).toThrow('must not have');
});

test('a dish is refused that is no longer in the book', () => {
  expect(check('pl-gone', { isAllergic: false })).toThrow('must not have');
});
