import type { PlanningProblem } from './model.ts';

/** Penalties of all slots and candidates, looked up millions of times; NaN where it may not be eaten. */
export interface OptionTable {
  penalty(slot: number, candidate: number): number;
  eatenPenalty(slot: number, candidate: number): number;
}

export function optionTable({ slots, candidates }: PlanningProblem): OptionTable {
  const width = candidates.length;
  const cooked = new Float64Array(slots.length * width).fill(Number.NaN);
  const eaten = new Float64Array(slots.length * width).fill(Number.NaN);
  for (const [slot, { options }] of slots.entries()) {
    for (const { candidate, penalty, eatenPenalty } of options) {
      cooked[slot * width + candidate] = penalty;
      eaten[slot * width + candidate] = eatenPenalty;
    }
  }
  return {
    penalty: (slot, candidate) => cooked[slot * width + candidate] ?? Number.NaN,
    eatenPenalty: (slot, candidate) => eaten[slot * width + candidate] ?? Number.NaN,
  };
}
