import { sharedStore } from '#shared/clients/redis.ts';
import { step } from '#shared/entry/step.ts';
import { forecastsOf } from '#shared/meal-plans/forecast.ts';
import { failPlan, makePlan } from '#shared/meal-plans/later/make-plan.ts';
import { PlanTask } from '#shared/meal-plans/later/plan-run.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';

const sources = { provider: openMeteo(fetchOutbound), cache: weatherCache(sharedStore) };
const forecasts = forecastsOf(weatherReader(sources));

loadLexicon(); // Each plan asks it, and while a function starts its processor is faster.
/** Makes a plan that nobody waits for, or records that it could not be made. */
export const handler = step(PlanTask, (task) =>
  'error' in task ? failPlan(task) : makePlan(task, forecasts),
);
