import { sharedStore } from '#shared/clients/redis.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { mealPlanRoutes } from '#shared/meal-plans/api/plan-routes.ts';
import { changePlan } from '#shared/meal-plans/change-plan.ts';
import { cookSlot } from '#shared/meal-plans/cook-slot.ts';
import { forecastsOf } from '#shared/meal-plans/forecast.ts';
import type { ShownPlan } from '#shared/meal-plans/plan-meals.ts';
import { pageOfPlans, readPlan, removePlan } from '#shared/meal-plans/read-plans.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { plansMeals } from './plans-meals.ts';

const sources = { provider: openMeteo(fetchOutbound), cache: weatherCache(sharedStore) };
const forecasts = forecastsOf(weatherReader(sources));
const shown = ({ plan, etag }: ShownPlan) => reply(200, plan, { etag });

loadLexicon(); // Each plan asks it, and while a function starts its processor is faster.
export const handler = endpoint(mealPlanRoutes, {
  listMealPlans: async ({ household, query }) => reply(200, await pageOfPlans(household, query)),
  planMeals: plansMeals(forecasts),
  readMealPlan: async ({ household, params, locale }) =>
    shown(await readPlan(household, params.planId, locale)),
  removeMealPlan: async ({ household, params }) => {
    await removePlan(household, params.planId);
    return reply(204);
  },
  changeMealPlan: async (request) =>
    shown(await changePlan(request, request.params.planId, request.body.slots, forecasts)),
  cookPlannedMeal: async ({ household, params, body, locale }) =>
    reply(200, await cookSlot(household, { ...params, ...body }, locale)),
});
