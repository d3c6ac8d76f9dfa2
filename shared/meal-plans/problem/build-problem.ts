import { daysBetween } from '#shared/expiry/plain-date.ts';
import { type Option, type PlanningProblem, type Slot, WEIGHTS } from '#shared/planning/model.ts';
import { type Gate, gateFor } from '#shared/recipes/gate.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { chooseCandidates, type GatedWish } from './candidates.ts';
import type { PlanningFacts, ValuedLot } from './facts.ts';
import { obstacleOf } from './fit.ts';
import { FoodBook, type PlannedFood } from './food-book.ts';
import { keepsDays } from './keeps-days.ts';
import { inTakingOrder, plannedLot } from './planned-lots.ts';
import { tasteOf } from './taste.ts';
import type { PlanWishes } from './wishes.ts';

/** A problem with what its indexes mean. */
export interface BuiltProblem {
  readonly problem: PlanningProblem;
  readonly wishes: readonly GatedWish[];
  readonly candidates: readonly IndexedRecipe[];
  readonly foods: readonly PlannedFood[];
  readonly lots: readonly ValuedLot[];
}

/**
 * Turns what is known and wished into numbers. The allergy gate judges each recipe and each lot for
 * those who eat a meal, here and once; planning sees which may be eaten, and nothing else.
 */
export function buildProblem(facts: PlanningFacts, wishes: PlanWishes): BuiltProblem {
  const { from, days, budget } = wishes;
  const gated = wishes.meals.map((wish): GatedWish => ({ wish, gate: gateFor(wish.diners) }));
  const candidates = chooseCandidates(gated, facts);
  const lots = inTakingOrder(facts.lots);
  const book = new FoodBook(lots, facts.packs);
  const avoids = avoidedBy(lots);
  const recipes = candidates.map((indexed) => {
    const { recipe, needs } = indexed;
    const amounts = new Map<number, number>();
    for (const need of needs.flatMap((one) => book.needOf(one) ?? [])) {
      amounts.set(need.food, (amounts.get(need.food) ?? 0) + need.amount / (recipe.servings ?? 1));
    }
    const perServing = [...amounts].map(([food, amount]) => ({ food, amount }));
    return { id: recipe.id, needs: perServing, keepsDays: keepsDays(recipe) };
  });
  const slots = gated.map(({ wish, gate }, index): Slot => {
    return {
      id: wish.id,
      day: daysBetween(from, wish.date),
      servings: wish.servings,
      options: optionsOf({ wish, gate }, candidates, facts),
      leftoversFrom: wishes.leftovers && wish.recipeId === null ? before(gated, index) : [],
      avoids: avoids(gate),
    };
  });
  const problem = {
    days,
    slots,
    candidates: recipes,
    foods: book.foods,
    lots: lots.map((lot) => plannedLot(lot, from, days)),
    budget,
    weights: WEIGHTS,
  };
  return { problem, wishes: gated, candidates, foods: book.foods, lots };
}

function optionsOf(
  { wish, gate }: GatedWish,
  candidates: readonly IndexedRecipe[],
  facts: PlanningFacts,
): Option[] {
  return candidates.flatMap((indexed, candidate) => {
    if (wish.recipeId !== null && wish.recipeId !== indexed.recipe.id) return [];
    if (obstacleOf(indexed, wish, gate) !== undefined) return [];
    const tastes = tasteOf(indexed, wish, gate.judge(indexed.recipe), facts);
    const sum = (kinds: typeof tastes) => kinds.reduce((total, { penalty }) => total + penalty, 0);
    const eaten = tastes.filter(({ kind }) => kind !== 'minutes');
    return [{ candidate, penalty: sum(tastes), eatenPenalty: sum(eaten) }];
  });
}

/** Days after which no leftovers are planned, whatever they are. */
const MAX_DAYS = 2;

/** Warm meals of the days before, whose leftovers could be eaten. */
function before(gated: readonly GatedWish[], index: number): number[] {
  const wish = gated[index]?.wish;
  if (wish === undefined || wish.meal === 'breakfast') return [];
  return gated.slice(0, index).flatMap(({ wish: { meal, date } }, source) => {
    const days = daysBetween(date, wish.date);
    return meal !== 'breakfast' && days >= 1 && days <= MAX_DAYS ? source : [];
  });
}

/** The lots that somebody must not have, the same set for the same people. */
function avoidedBy(lots: readonly ValuedLot[]): (gate: Gate) => ReadonlySet<number> {
  const known = new Map<Gate, ReadonlySet<number>>();
  return (gate) => {
    let avoided = known.get(gate);
    if (avoided === undefined) {
      avoided = new Set(
        lots.flatMap((lot, index) => (gate.judgeLot(lot).effect === 'block' ? index : [])),
      );
      known.set(gate, avoided);
    }
    return avoided;
  };
}
