import * as z from 'zod/mini';

const DocumentChanged = z.object({ documentId: z.uuid(), householdId: z.uuid() });
const RebuildRequested = z.object({ rebuild: z.literal(true), householdId: z.uuid() });
const OptimizeDue = z.object({ optimize: z.literal(true), householdId: z.uuid() });

/**
 * What may lie in the index queue. A message says what may have changed, never what it is now: that is
 * read from the database, so that messages may come twice and in any order.
 */
export const IndexMessage = z.union([RebuildRequested, OptimizeDue, DocumentChanged]);
export type IndexMessage = z.infer<typeof IndexMessage>;
