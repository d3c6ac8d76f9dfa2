import * as z from 'zod/mini';
import { Place } from '#shared/profiles/profile.ts';
import { describeProposal } from './describe-proposal.ts';

export const defaultPlaceSchema = describeProposal({
  kind: 'default-place',
  payload: z.object({ kind: z.literal('default-place'), place: Place }),
  diff: z.object({ defaultLocation: Place }),
});
