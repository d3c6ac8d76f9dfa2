import type { PlanningProblem, Slot } from './model.ts';

/** Dishes of a meal that are tried more often than the others. */
const MOST = 12;

/**
 * For each meal the candidates that would save most if nothing else were cooked: among three hundred dishes these
 * few are those that a plan is likely made better with.
 */
export function promisingOptions(problem: PlanningProblem): readonly (readonly number[])[] {
  return problem.slots.map((slot) =>
    slot.options
      .map(({ candidate, penalty }) => ({
        candidate,
        worth: savedBy(problem, slot, candidate) * problem.weights.waste - penalty,
      }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST)
      .map(({ candidate }) => candidate),
  );
}

/** Grosze of food that would spoil and goes into a dish, with the pantry as it is. */
function savedBy({ candidates, foods, lots }: PlanningProblem, slot: Slot, candidate: number) {
  let saved = 0;
  for (const { food, amount } of candidates[candidate]?.needs ?? []) {
    let open = amount * slot.servings;
    for (const { lot: index, share } of foods[food]?.servedBy ?? []) {
      const lot = lots[index];
      const isGood = lot !== undefined && lot.lastDay >= slot.day && !slot.avoids.has(index);
      if (!isGood || share === 0 || open <= 0) continue;
      const taken = Math.min(1, open * share);
      saved += taken * lot.value * lot.wasteRisk;
      open -= taken / share;
    }
  }
  return saved;
}
