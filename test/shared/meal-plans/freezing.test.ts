import { describe, expect, test } from 'vitest';
import { freezingOf } from '#shared/meal-plans/freezing.ts';
import type { ValuedLot } from '#shared/meal-plans/problem/facts.ts';
import { plannedLot } from '#shared/meal-plans/problem/planned-lots.ts';
import { problemOf } from '#test/support/planning-problem.ts';

const TODAY = '2026-11-28';
const CHICKEN: ValuedLot = {
  id: 'chicken',
  productId: 'filet-z-kurczaka',
  name: 'filet z kurczaka',
  printed: null,
  category: 'meat/poultry',
  amount: 500,
  unit: 'g',
  opened: false,
  expires: { date: '2026-11-30', kind: 'use-by' },
  value: 1200,
  frozen: false,
  wasFrozen: false,
};

/** What to freeze of a lot in a week, of which a part is cooked. */
function frozen(given: Partial<ValuedLot>, cooked = 0) {
  const lots = [{ ...CHICKEN, ...given }];
  const problem = problemOf({ days: 7, lots: lots.map((lot) => plannedLot(lot, TODAY, 7)) });
  const uses = cooked === 0 ? [] : [{ lot: 0, share: cooked, food: 0 }];
  const cooking = { slot: 0, candidate: 0, day: 0, servings: 1, avoids: new Set<number>() };
  return freezingOf({ problem, lots }, { cookings: [{ ...cooking, uses, bought: [] }] }, TODAY);
}

describe('what a plan lets spoil', () => {
  test('is frozen by its date, and keeps as long as the rule of its food says', () => {
    expect(frozen({})).toEqual([
      { lot: 0, share: 1, by: '2026-11-30', until: '2027-08-27', saves: 1200 },
    ]);
  });

  test('is frozen but for what is cooked', () => {
    expect(frozen({}, 0.75)).toMatchObject([{ share: 0.25, saves: 300 }]);
    expect(frozen({}, 1)).toEqual([]);
  });

  test.each<[string, Partial<ValuedLot>]>([
    ['in the freezer', { frozen: true }],
    ['thawed', { wasFrozen: true }],
    ['past its date', { expires: { date: '2026-11-27', kind: 'use-by' } }],
    ['not expiring within the plan', { expires: { date: '2026-12-06', kind: 'use-by' } }],
    ['of no known food', { productId: null, name: 'xyz', category: null }],
    ['worth less than a złoty', { value: 99 }],
  ])('is not frozen when it is %s', (_, given) => {
    expect(frozen(given)).toEqual([]);
  });

  test('is not frozen where the rule of its food has no freezer, as that of eggs', () => {
    expect(frozen({ productId: null, name: 'jajka', category: null })).toEqual([]);
  });
});
