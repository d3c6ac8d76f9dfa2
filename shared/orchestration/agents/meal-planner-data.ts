import * as z from 'zod/mini';
import { MealPlanView, PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { Money } from '#shared/money/money.ts';
import { ShoppingItem } from '#shared/shopping/shopping-schema.ts';

const { cost, wasteAvoided, violations } = MealPlanView.shape;

export const MealPlannerData = z.object({
  /** The meals that are talked about; of a plan that nobody keeps yet without its id. */
  mealPlan: z.nullable(
    z.object({
      planId: z.nullable(z.uuid()),
      slots: z.array(PlannedSlot),
      cost,
      wasteAvoided,
      violations,
    }),
  ),
  /** The list that is talked about; one that nobody keeps yet without its id. */
  shoppingList: z.nullable(
    z.object({ listId: z.nullable(z.uuid()), items: z.array(ShoppingItem), price: Money }),
  ),
});
export type MealPlannerData = z.infer<typeof MealPlannerData>;
