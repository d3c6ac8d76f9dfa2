import * as z from 'zod/mini';
import { AvoidedLot } from '#shared/recipes/model/recipe-schema.ts';

export const Confirmed = z.object({
  /** Of what was booked in the pantry; none for a profile. */
  bookingIds: z.array(z.uuid()),
  /** Lots left alone for the sake of who eats. */
  avoided: z.array(AvoidedLot),
});
export type Confirmed = z.infer<typeof Confirmed>;

/** What was booked for a proposal, or took it back. */
export const BookedProposal = z.object({ proposalId: z.uuid(), bookingIds: z.array(z.uuid()) });
export type BookedProposal = z.infer<typeof BookedProposal>;
