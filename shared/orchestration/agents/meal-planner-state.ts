import * as z from 'zod/mini';
import { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import { PlanAsk } from '#shared/plan-requests/plan-ask.ts';

const Ids = z.array(z.uuid()).check(z.maxLength(50));

/** What the agent remembers of a session from one turn to the next. */
export const MealPlannerState = z.object({
  /** What was asked of a plan so far. */
  ask: z.nullable(PlanAsk),
  /** What was asked back. */
  asked: z.nullable(z.enum(['days', 'meals', 'people', 'wishes'])),
  /** A plan that is proposed and not kept, or `planId` as it is proposed to be. */
  draft: z.nullable(PlanDraft),
  /** The plan that is talked about, and the meals of it that were shown last. */
  planId: z.nullable(z.uuid()),
  shown: Ids,
  /** The items of the list that were spoken of last. */
  items: Ids,
  /** Whether the shopping list was talked of last. */
  ofList: z.boolean(),
});
export type MealPlannerState = z.infer<typeof MealPlannerState>;

export const NEW_STATE: MealPlannerState = {
  ask: null,
  asked: null,
  draft: null,
  planId: null,
  shown: [],
  items: [],
  ofList: false,
};
