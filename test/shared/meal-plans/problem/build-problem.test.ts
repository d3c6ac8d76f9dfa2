import { describe, expect, it } from 'vitest';
import { buildProblem } from '#shared/meal-plans/problem/build-problem.ts';
import { annealedPlan } from '#shared/planning/anneal.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import type { Choice, Plan, PlanningProblem } from '#shared/planning/model.ts';
import { type Random, seededRandom } from '#shared/planning/random.ts';
import { reportOf } from '#shared/recipes/gate.ts';
import { checkLot } from '#shared/safety/check-lot.ts';
import { madeHousehold } from '#test/eval/planner/households.ts';
import { drawn } from '#test/support/drawn.ts';
import { randomPlan } from '#test/support/random-plan.ts';

const HOUSEHOLDS = 4;
const DAYS = 3;

/** Of the meals that may eat leftovers, every third does; where that is not possible it has no meal. */
function planWithLeftovers(problem: PlanningProblem, random: Random): Plan {
  return randomPlan(problem, random).map((choice, slot): Choice => {
    const sources = problem.slots[slot]?.leftoversFrom ?? [];
    const source = sources[random.below(sources.length)];
    return source !== undefined && random.next() < 1 / 3 ? { leftoversOf: source } : choice;
  });
}

/** The meal that something is cooked for, and those that eat of it later. */
function eatersOf(plan: Plan, slot: number, unplanned: readonly number[]): number[] {
  const later = plan.flatMap((choice, index) =>
    'leftoversOf' in choice && choice.leftoversOf === slot ? index : [],
  );
  return [slot, ...later.filter((index) => !unplanned.includes(index))];
}

describe('a planning problem of a household', () => {
  it('gives nobody what they must not have: no dish and no lot of it, in any plan', () => {
    let restricted = 0;
    for (let seed = 1; seed <= HOUSEHOLDS; seed += 1) {
      const { facts, wishes } = madeHousehold(seed, { days: DAYS });
      const built = buildProblem(facts, wishes);
      // Asked once for each dish, lot and table, by the gate itself and not by what the problem says.
      const harm = new Map<string, boolean>();
      const isHarmful = (key: string, ask: () => boolean) => {
        const known = harm.get(key) ?? ask();
        harm.set(key, known);
        return known;
      };
      for (let count = 0; count < drawn(2500); count += 1) {
        const plan = planWithLeftovers(built.problem, seededRandom(seed * 10_000 + count));
        const { cookings, unplanned } = evaluate(built.problem, plan);
        for (const { slot, candidate, uses } of cookings) {
          const recipe = built.candidates[candidate]?.recipe;
          if (recipe === undefined) throw new Error('A dish is no candidate');
          for (const meal of eatersOf(plan, slot, unplanned)) {
            const diners = built.wishes[meal]?.wish.diners ?? [];
            const table = diners.map(({ id }) => id).join();
            const dish = () => reportOf(recipe, diners).effect === 'block';
            expect(isHarmful(`${recipe.id} ${table}`, dish), recipe.title).toBe(false);
            for (const index of uses.map(({ lot }) => lot)) {
              const name = built.lots[index]?.name ?? '';
              const lot = () =>
                checkLot({ names: [name], product: undefined }, diners).effect === 'block';
              expect(isHarmful(`${name} ${table}`, lot), name).toBe(false);
            }
          }
        }
      }
      restricted += new Set(
        wishes.meals
          .flatMap(({ diners }) => diners)
          .flatMap(({ id, diet, allergies }) => (diet !== null || allergies.length > 0 ? id : [])),
      ).size;
    }
    // The households do have people with allergies and diets.
    expect(restricted).toBeGreaterThan(2);
  });

  it('keeps to the minutes of a meal, and to the meals that a dish is for', () => {
    const { facts, wishes } = madeHousehold(3, { days: DAYS });
    const { problem, candidates, wishes: gated } = buildProblem(facts, wishes);
    for (const [index, { options }] of problem.slots.entries()) {
      const wish = gated[index]?.wish;
      for (const { candidate } of options) {
        const indexed = candidates[candidate];
        expect(indexed?.recipe.meals).toContain(wish?.meal);
        if (wish?.maxMinutes != null) expect(indexed?.minutes).toBeLessThanOrEqual(wish.maxMinutes);
      }
    }
  });

  it('is planned the same way each time', () => {
    const { facts, wishes } = madeHousehold(5, { days: DAYS });
    const plan = () =>
      annealedPlan(buildProblem(facts, wishes).problem, { seed: 1, triesPerSlot: 50 });
    expect(plan()).toEqual(plan());
  });
});
