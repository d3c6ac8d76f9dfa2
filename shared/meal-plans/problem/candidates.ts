import type { Gate } from '#shared/recipes/gate.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { weigh } from '#shared/recipes/rank/parts.ts';
import { compareRanked } from '#shared/recipes/rank/rank.ts';
import { stockOf } from '#shared/recipes/rank/stock.ts';
import type { PlanningFacts } from './facts.ts';
import { obstacleOf } from './fit.ts';
import type { MealWish } from './wishes.ts';

/** Recipes that a plan chooses among. */
export const MAX_CANDIDATES = 300;
/** So many of them fit each meal, where there are as many, however narrow its wishes are. */
const MIN_OPTIONS = 40;

/** A wish with the gate for those who eat. */
export interface GatedWish {
  readonly wish: MealWish;
  readonly gate: Gate;
}

/** The recipes that rank best of those that fit some meal, and every dish that somebody chose or keeps. */
export function chooseCandidates(
  wishes: readonly GatedWish[],
  facts: PlanningFacts,
): IndexedRecipe[] {
  const { today, lots, prices, cookedDaysAgo } = facts;
  const stock = stockOf(lots, today);
  const weighing = { today, stock, prices, cookedDaysAgo, useExpiring: true };
  const ranked = facts.book
    .map((indexed) => weigh(indexed, weighing))
    .sort(compareRanked)
    .map(({ indexed }) => indexed);
  const named = new Set(wishes.flatMap(({ wish }) => [wish.recipeId, wish.keep]));
  const chosen = new Set(ranked.filter(({ recipe }) => named.has(recipe.id)));
  for (const alike of alikeWishes(wishes)) {
    let fitting = 0;
    for (const indexed of ranked) {
      if (fitting === MIN_OPTIONS) break;
      if (obstacleOf(indexed, alike.wish, alike.gate) !== undefined) continue;
      chosen.add(indexed);
      fitting += 1;
    }
  }
  for (const indexed of ranked) {
    if (chosen.size >= MAX_CANDIDATES) break;
    if (chosen.has(indexed)) continue;
    const fits = alikeWishes(wishes).some(
      ({ wish, gate }) => obstacleOf(indexed, wish, gate) === undefined,
    );
    if (fits) chosen.add(indexed);
  }
  return [...chosen];
}

/** One of each kind of wish: dozens of meals are of few kinds. */
function alikeWishes(wishes: readonly GatedWish[]): GatedWish[] {
  const kinds = new Map<string, GatedWish>();
  const gates = new Map<Gate, number>();
  for (const gated of wishes) {
    const { meal, maxMinutes, not, recipeId } = gated.wish;
    if (recipeId !== null) continue;
    const gate = gates.get(gated.gate) ?? gates.size;
    gates.set(gated.gate, gate);
    const kind = JSON.stringify([meal, maxMinutes, not, gate]);
    if (!kinds.has(kind)) kinds.set(kind, gated);
  }
  return [...kinds.values()];
}
