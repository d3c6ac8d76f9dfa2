import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { MealPlannerData } from './meal-planner-data.ts';
import { MealPlannerState } from './meal-planner-state.ts';

/** Plans of meals and shopping lists by talk. */
export const mealPlanner = defineAgent({
  name: 'meal-planner',
  functionEnv: 'mealPlannerFunction',
  data: MealPlannerData,
  state: z.nullable(MealPlannerState),
  tellsRestrictions: false,
  // What is on a shopping list is bought for whoever may eat it, and offered to nobody.
  withoutHarmful: ({ mealPlan, shoppingList }, harms) => ({
    mealPlan: mealPlan && {
      ...mealPlan,
      slots: mealPlan.slots.filter(({ recipe }) => !harms(recipe.title)),
    },
    shoppingList,
  }),
});
