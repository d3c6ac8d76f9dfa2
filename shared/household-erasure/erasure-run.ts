import * as z from 'zod/mini';

/**
 * What is erased, in this order: what would write anew is closed already, and rows say what there is until
 * all else is gone. `leftovers` is what functions that were running at the beginning wrote after that.
 */
export const ERASURE_PHASES = ['files', 'index', 'counters', 'rows', 'leftovers'] as const;
export const ErasurePhase = z.enum(ERASURE_PHASES);
export type ErasurePhase = z.infer<typeof ErasurePhase>;

/** What travels through the workflow of an erasure. */
export const ErasureRun = z.object({
  action: z.literal('erase'),
  householdId: z.uuid(),
  phase: z._default(ErasurePhase, 'files'),
  /** Whether there is nothing left to do before the pause, or behind it. */
  done: z._default(z.boolean(), false),
});
export type ErasureRun = z.infer<typeof ErasureRun>;
