import type { MealPlanView } from './api/plan-schema.ts';
import type { StoredPlan } from './records/stored-plan.ts';

/** A stored plan as the API shows it. */
export function showPlan(
  { id, wishes, stage, outcome, createdAt, updatedAt }: StoredPlan,
  { changed = [], outdated = [] }: Partial<Pick<MealPlanView, 'changed' | 'outdated'>> = {},
): MealPlanView {
  return {
    id,
    from: wishes.from,
    days: wishes.days,
    stage,
    ...outcome,
    changed,
    outdated,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
