import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '#cdk/command.ts';
import { MealPlanView } from '#shared/meal-plans/api/plan-schema.ts';
import { type Api, LANGUAGE } from './api.ts';
import { PLAN_WORDS } from './plan-words.ts';

const PAUSE_MS = 500;
const words = PLAN_WORDS[LANGUAGE];

/**
 * Waits until a plan is made.
 * @param show what is being done, whenever it is asked
 * @throws CommandError when it failed
 */
export async function followPlan(
  api: Api,
  id: string,
  show: (stage: string) => void,
): Promise<MealPlanView> {
  for (;;) {
    const plan = await api.json(`/api/v2/meal-plans/${encodeURIComponent(id)}`, MealPlanView);
    if (plan.status === 'failed') throw new CommandError(words.failed(plan.problem ?? ''));
    if (plan.status === 'done' || plan.status === 'infeasible') return plan;
    show(words.stages[plan.stage ?? 'queued']);
    await pause(PAUSE_MS);
  }
}
