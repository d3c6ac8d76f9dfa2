import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';

const Count = z.int().check(z.minimum(0));

/** What will be gone. */
export const ErasedContents = z.object({
  members: Count,
  people: Count,
  receipts: Count,
  lots: Count,
  recipes: Count,
  documents: Count,
  mealPlans: Count,
  shoppingLists: Count,
  conversations: Count,
  files: Count,
});
export type ErasedContents = z.infer<typeof ErasedContents>;

/** The first step of an erasure says what the second one will do, and gives its code. */
export const HouseholdErasure = z.object({
  status: z.enum(['awaiting-confirmation', 'erasing']),
  /** For the second step, by the same person and until `expiresAt`; null when it was taken. */
  confirm: z.nullable(z.uuid()),
  expiresAt: z.nullable(Instant),
  contents: ErasedContents,
});
export type HouseholdErasure = z.infer<typeof HouseholdErasure>;

export const ErasureQuery = z.strictObject({ confirm: z.optional(z.uuid()) });
