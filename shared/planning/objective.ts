import type { Choice, Option, Plan, PlanningProblem, Slot } from './model.ts';
import { OVER_BUDGET, UNPLANNED } from './model.ts';

/** The option of a slot for a candidate. */
export function optionOf(slot: Slot | undefined, candidate: number): Option | undefined {
  return slot?.options.find((option) => option.candidate === candidate);
}

/** What is eaten in a slot, by candidate; nothing when nothing is planned. */
export function dishOf(plan: Plan, choice: Choice | undefined): number | undefined {
  if (choice === undefined || 'nothing' in choice) return undefined;
  if ('cook' in choice) return choice.cook;
  const source = plan[choice.leftoversOf];
  return source !== undefined && 'cook' in source ? source.cook : undefined;
}

/** Whether the dish of an earlier slot may be eaten in a later one. */
export function mayEatLeftovers(
  problem: PlanningProblem,
  source: number,
  eater: number,
  dish: number,
): boolean {
  if (!keepsUntil(problem, source, eater, dish)) return false;
  return optionOf(problem.slots[eater], dish) !== undefined;
}

/** Whether the dish of an earlier slot is still good in a later one that may have it. */
export function keepsUntil(
  { slots, candidates }: PlanningProblem,
  source: number,
  eater: number,
  dish: number,
): boolean {
  const [from, to] = [slots[source], slots[eater]];
  if (from === undefined || to === undefined || !to.leftoversFrom.includes(source)) return false;
  return to.day - from.day <= (candidates[dish]?.keepsDays ?? -1);
}

/** Grosze of the choice itself, without food: minutes, taste, leftovers; much for no meal at all. */
export function choicePenalty(problem: PlanningProblem, plan: Plan, index: number): number {
  const choice = plan[index];
  const dish = dishOf(plan, choice);
  if (choice === undefined || dish === undefined) return UNPLANNED;
  const option = optionOf(problem.slots[index], dish);
  if (option === undefined) return UNPLANNED;
  return 'cook' in choice ? option.penalty : option.eatenPenalty + problem.weights.leftovers;
}

/** Grosze for cooking a dish so many times. */
export function repetitionPenalty(times: number, { weights }: PlanningProblem): number {
  return times > 1 ? (times - 1) * weights.repetition : 0;
}

/** What a plan is punished for spending too much. */
export function budgetPenalty(cost: number, { budget }: PlanningProblem): number {
  return budget === null ? 0 : Math.max(0, cost - budget) * OVER_BUDGET;
}
