import type { Plan, PlanningProblem } from './model.ts';

/** A dish that is cooked: for its own slot and for those that eat of it later. */
export interface Cooking {
  /** Index of the slot it is cooked at. */
  readonly slot: number;
  readonly candidate: number;
  readonly day: number;
  /** For all who eat of it, now and later. */
  readonly servings: number;
  /** Lots that somebody of them must not have. */
  readonly avoids: ReadonlySet<number>;
}

/** What is cooked by a plan, in order. */
export function cookingsOf({ slots }: PlanningProblem, plan: Plan): Cooking[] {
  return slots.flatMap((slot, index) => {
    const choice = plan[index];
    if (choice === undefined || !('cook' in choice)) return [];
    const eaters = slots.filter((_, other) => {
      const eaten = plan[other];
      return eaten !== undefined && 'leftoversOf' in eaten && eaten.leftoversOf === index;
    });
    const avoids = eaters.every((eater) => eater.avoids === slot.avoids)
      ? slot.avoids
      : new Set([slot, ...eaters].flatMap((eater) => [...eater.avoids]));
    const servings = eaters.reduce((sum, eater) => sum + eater.servings, slot.servings);
    return [{ slot: index, candidate: choice.cook, day: slot.day, servings, avoids }];
  });
}
