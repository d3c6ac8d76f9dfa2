import type { PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import type { PlanningFacts } from '#shared/meal-plans/problem/facts.ts';
import type { PlanWishes } from '#shared/meal-plans/problem/wishes.ts';
import { gateFor } from '#shared/recipes/gate.ts';

/**
 * The gate's last word on a plan, by the people as they are now: the search saw only numbers.
 * @throws Error when it refuses something, so that the plan is made anew
 */
export function requireAllowed(
  slots: readonly Pick<PlannedSlot, 'id' | 'recipe' | 'uses'>[],
  meals: PlanWishes['meals'],
  { book, lots }: Pick<PlanningFacts, 'book' | 'lots'>,
): void {
  for (const { id, recipe: planned, uses } of slots) {
    const gate = gateFor(meals.find((meal) => meal.id === id)?.diners ?? []);
    const dish = book.find(({ recipe }) => recipe.id === planned.id);
    const used = lots.filter((lot) => uses.some(({ lotId }) => lotId === lot.id));
    const isAllowed =
      dish !== undefined &&
      gate.judge(dish.recipe).effect !== 'block' &&
      used.every((lot) => gate.judgeLot(lot).effect !== 'block');
    if (!isAllowed) throw new Error(`Somebody must not have what is planned for ${id}`);
  }
}
