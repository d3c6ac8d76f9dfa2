import { changeProfile } from '#shared/profiles/profile-store.ts';
import { defineProposal } from './proposal-kind.ts';
import { defaultPlaceSchema } from './schemas/default-place.ts';

/** Keeping a place as the one that is meant where none is named, in the profile of who confirms it. */
export const defaultPlaceKind = defineProposal(defaultPlaceSchema, {
  show: ({ place }) => ({ defaultLocation: place }),
  summary: ({ place: { name } }, locale) =>
    locale === 'pl' ? `Domyślne miejsce: ${name}` : `Default place: ${name}`,
  done: ({ place: { name } }, locale) =>
    locale === 'pl'
      ? `Zapamiętane domyślne miejsce: ${name}.`
      : `Your default place is now ${name}.`,
  // The profile may have been changed since.
  undoable: false,
  async apply({ place }, { client, household }) {
    await changeProfile(client, household, { defaultLocation: place });
    return { bookingIds: [] };
  },
});
