import { readPrefer } from '#shared/chat-queue/prefer.ts';
import { reply } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';
import { planMeals } from '#shared/meal-plans/add-plan.ts';
import type { mealPlanRoutes } from '#shared/meal-plans/api/plan-routes.ts';
import type { Forecasts } from '#shared/meal-plans/forecast.ts';
import { requestPlan } from '#shared/meal-plans/later/request-plan.ts';

/** Plans at once, or has it done by the workflow for a caller who does not wait. */
export function plansMeals(forecasts: Forecasts) {
  return async ({
    household,
    body,
    locale,
    headers,
  }: Request<(typeof mealPlanRoutes)['planMeals']>) => {
    const isLater = readPrefer(headers.prefer) !== null;
    const { plan, etag } = isLater
      ? await requestPlan(household, body, locale)
      : await planMeals(household, body, locale, forecasts);
    const location = `/api/v2/meal-plans/${plan.id}`;
    if (!isLater) return reply(200, plan, { etag, location });
    return reply(202, plan, { etag, location, 'preference-applied': 'respond-async' });
  };
}
