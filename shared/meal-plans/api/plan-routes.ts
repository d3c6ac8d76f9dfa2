import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { MEAL_CONFLICTS } from '#shared/recipes/model/meal-conflicts.ts';
import { Cooked } from '#shared/recipes/model/recipe-schema.ts';
import { MealPlanView, NewMealPlan, PlanChange, PlannedCooking } from './plan-schema.ts';

const PLAN = '/api/v2/meal-plans/{planId}';
const params = z.object({ planId: z.uuid() });
const WISHES = {
  404: ['unknown-person', 'unknown-recipe'],
  422: ['nobody-eats', 'too-many-terms'],
};

export const mealPlanRoutes = defineRoutes('meal-plans', {
  listMealPlans: {
    method: 'GET',
    path: '/api/v2/meal-plans',
    scope: 'read',
    summary: 'The plans of the household, newest first.',
    query: PageQuery,
    replies: { 200: pageSchema(MealPlanView) },
  },
  planMeals: {
    method: 'POST',
    path: '/api/v2/meal-plans',
    scope: 'write',
    summary: 'Plans meals that waste and cost least, for those who eat them.',
    later: true,
    body: NewMealPlan,
    headers: { 200: ['etag', 'location'], 202: ['etag', 'location'] },
    problems: {
      ...WISHES,
      422: [
        ...WISHES[422],
        'plan-in-past',
        'plan-too-far',
        'slot-outside-plan',
        'slot-twice',
        'no-meals',
      ],
      429: ['too-many-waiting'],
    },
    replies: { 200: MealPlanView, 202: MealPlanView },
  },
  readMealPlan: {
    method: 'GET',
    path: PLAN,
    scope: 'read',
    summary: 'One plan, and what of it no longer holds.',
    params,
    headers: { 200: ['etag'] },
    replies: { 200: MealPlanView },
  },
  removeMealPlan: {
    method: 'DELETE',
    path: PLAN,
    scope: 'write',
    summary: 'Removes a plan; what was cooked of it stays cooked.',
    params,
    replies: { 204: noBody },
  },
  changeMealPlan: {
    method: 'PATCH',
    path: PLAN,
    scope: 'write',
    summary:
      'Swaps, locks or changes meals and plans the others anew, as close to before as it can.',
    params,
    body: PlanChange,
    headers: { 200: ['etag'] },
    problems: {
      404: [...WISHES[404], 'unknown-slot'],
      409: ['plan-not-made', 'slot-cooked'],
      422: ['nobody-eats', 'too-many-terms'],
    },
    replies: { 200: MealPlanView },
  },
  cookPlannedMeal: {
    method: 'POST',
    path: `${PLAN}/cook`,
    scope: 'write',
    summary: 'Cooks a meal of the plan from the pantry, for all meals that eat of it.',
    params,
    body: PlannedCooking,
    problems: {
      404: ['unknown-slot'],
      409: [...MEAL_CONFLICTS, 'slot-cooked', 'slot-is-leftovers'],
    },
    replies: { 200: Cooked },
  },
});
