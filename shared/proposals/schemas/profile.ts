import * as z from 'zod/mini';
import { ProfileAdditions } from '#shared/households/profile-additions.ts';
import { describeProposal } from './describe-proposal.ts';

/** Writing into the profile of somebody of the household what was said of them. */
export const ProfilePayload = z.object({
  kind: z.literal('profile'),
  personId: z.uuid(),
  /** As they are called; proposals of earlier versions have none. */
  name: z._default(z.string(), ''),
  adds: ProfileAdditions,
});
export type ProfilePayload = z.infer<typeof ProfilePayload>;

export const profileSchema = describeProposal({
  kind: 'profile',
  payload: ProfilePayload,
  diff: z.object({ personId: z.uuid(), adds: ProfileAdditions }),
});
