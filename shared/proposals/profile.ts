import { addToProfile } from '#shared/households/person-store.ts';
import { profileSummary } from '#shared/restrictions/profile-summary.ts';
import { defineProposal } from './proposal-kind.ts';
import { profileSchema } from './schemas/profile.ts';

export const profileKind = defineProposal(profileSchema, {
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
