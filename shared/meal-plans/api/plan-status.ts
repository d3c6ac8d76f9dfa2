import * as z from 'zod/mini';

/** How far a plan has come that nobody waits for. */
export const PlanStage = z.enum(['gather', 'plan', 'check', 'save']);
export type PlanStage = z.infer<typeof PlanStage>;

export const PlanStatus = z.enum(['queued', 'running', 'done', 'infeasible', 'failed']);
export type PlanStatus = z.infer<typeof PlanStatus>;
