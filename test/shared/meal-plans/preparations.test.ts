import { describe, expect, test } from 'vitest';
import { preparationsOf } from '#shared/meal-plans/preparations.ts';
import type { PlannedMeal } from '#shared/meal-plans/problem/wishes.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { madeHousehold } from '#test/eval/planner/households.ts';

const pea = shippedRecipes().get('pl-grochowka');
if (pea === undefined) throw new Error('The shipped recipes have no pl-grochowka');
const soup = indexRecipe(pea);
const { facts } = madeHousehold(1, { days: 1, lots: 2 }, [soup]);

function prepared(steps: string[], minutes: number, meal: PlannedMeal, frozen = false) {
  const indexed = { minutes, recipe: { ...soup.recipe, steps } };
  const lots = facts.lots.map((lot) => ({ ...lot, name: 'groszek', frozen }));
  const cooking = { uses: [{ lot: 0, share: 1, food: 0 }] };
  const slot = { date: '2026-12-02', meal };
  return preparationsOf({ lots }, { indexed, cooking, meal: slot }, 'pl').map(
    ({ kind, date, time }) => `${kind} ${date} ${time}`,
  );
}

describe('preparations of a planned meal', () => {
  test('are begun in time for the meal, and what comes after them', () => {
    const steps = ['Odstaw do wyrośnięcia na godzinę.', 'Schłodź przez 2 godziny.'];
    expect(prepared(steps, 30, 'dinner')).toEqual([
      'rise 2026-12-02 15:30',
      'chill 2026-12-02 16:30',
    ]);
  });

  test('count the waiting once where the time of the recipe has it', () => {
    expect(prepared(['Schłodź przez 2 godziny.'], 150, 'dinner')).toEqual([
      'chill 2026-12-02 16:30',
    ]);
  });

  test('through the night are begun the evening before, as is what would begin at night', () => {
    expect(prepared(['Namocz na noc.'], 60, 'dinner')).toEqual(['soak 2026-12-01 20:00']);
    expect(prepared(['Schłodź przez 3 godziny.'], 30, 'breakfast')).toEqual([
      'chill 2026-12-01 20:00',
    ]);
    expect(prepared(['Schłodź przez 2 dni.'], 30, 'dinner')).toEqual(['chill 2026-11-30 18:30']);
  });

  test('take what is frozen out of the freezer, and nothing else', () => {
    expect(prepared([], 30, 'lunch', true)).toEqual(['thaw 2026-12-01 20:00']);
    expect(prepared([], 30, 'lunch')).toEqual([]);
  });
});
