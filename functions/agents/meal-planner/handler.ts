import * as z from 'zod/mini';
import { sharedStore } from '#shared/clients/redis.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { replan } from '#shared/meal-plans/change-plan.ts';
import { forecastsOf } from '#shared/meal-plans/forecast.ts';
import { draftPlan } from '#shared/meal-plans/plan-meals.ts';
import { MealPlannerState } from '#shared/orchestration/agents/meal-planner-state.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { readRecipes } from '#shared/recipes/records/recipe-store.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { itemsOfPlan } from '#shared/shopping/new-lists.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { mealPlannerAgent } from './agent.ts';
import { readPlanning } from './snapshot.ts';

const sources = { provider: openMeteo(fetchOutbound), cache: weatherCache(sharedStore) };
const forecasts = forecastsOf(weatherReader(sources));
const PlannerRequest = z.extend(AgentRequest, { state: z.nullable(MealPlannerState) });

loadLexicon(); // Each plan asks it, and while a function starts its processor is faster.

/** Plans meals and keeps shopping lists by talk; asked by the chat. */
export const handler = chatAgent(PlannerRequest, (request) =>
  mealPlannerAgent(request, {
    snapshot: () => readPlanning(request, request.locale),
    plan: (wishes) => draftPlan(request, wishes, request.locale, forecasts),
    replan: (before, changes) => replan(request, before, changes, request.locale, forecasts),
    needs: (planId) => itemsOfPlan(request, planId, request.locale),
    recipes: (ids) => withHousehold(request, (client) => readRecipes(client, ids)),
  }),
);
