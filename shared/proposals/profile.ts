import * as z from 'zod/mini';
import { addToProfile } from '#shared/households/person-store.ts';
import { ProfileAdditions } from '#shared/households/profile-additions.ts';
import { profileSummary } from '#shared/restrictions/profile-summary.ts';
import { defineProposal } from './proposal-kind.ts';

/** Writing into the profile of somebody of the household what was said of them. */
export const ProfilePayload = z.object({
  kind: z.literal('profile'),
  personId: z.uuid(),
  /** As they are called; proposals of earlier versions have none. */
  name: z._default(z.string(), ''),
  adds: ProfileAdditions,
});
export type ProfilePayload = z.infer<typeof ProfilePayload>;

export const profileKind = defineProposal({
  kind: 'profile',
  payload: ProfilePayload,
  diff: z.object({ personId: z.uuid(), adds: ProfileAdditions }),
  show: ({ personId, adds }) => ({ personId, adds }),
  summary: ({ name, adds }, locale) => profileSummary(name, adds, locale),
  done: ({ name, adds }, locale) =>
    `${locale === 'pl' ? 'Zapisane' : 'Noted'} ${profileSummary(name, adds, locale)}.`,
  // A profile has its own history of changes; it may have changed since.
  undoable: false,
  async apply({ personId, adds }, { client }) {
    await addToProfile(client, personId, adds);
    return { bookingIds: [] };
  },
});
