import * as z from 'zod/mini';

/** What travels through the workflow of a plan. */
export const PlanRun = z.object({ householdId: z.uuid(), planId: z.uuid() });
export type PlanRun = z.infer<typeof PlanRun>;

const FailedPlanRun = z.extend(PlanRun, {
  error: z.object({ Error: z.string(), Cause: z.string() }),
});
export type FailedPlanRun = z.infer<typeof FailedPlanRun>;

/** Name of the error that ends a workflow quietly. */
export const PLAN_GONE = 'PlanGone';

/** Nothing to plan: somebody removed the plan, or its request was never committed. */
export function planGone(id: string): Error {
  const error = new Error(`There is no plan ${id}`);
  error.name = PLAN_GONE;
  return error;
}

/** One function makes a plan, and records where it could not. */
export const PlanTask = z.union([FailedPlanRun, PlanRun]);
