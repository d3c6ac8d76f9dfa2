import { dayText } from '#shared/pantry/lot-text.ts';
import { retryInTransaction } from '#shared/uploads/retry-upload.ts';
import { defineProposal } from './proposal-kind.ts';
import { uploadRetrySchema } from './schemas/receipts.ts';

/** Reading an upload again from its kept file. */
export const uploadRetryKind = defineProposal(uploadRetrySchema, {
  show: ({ uploadId }) => ({ uploadId, status: 'queued' as const }),
  summary: ({ sentOn }, locale) =>
    locale === 'pl'
      ? `Odczytać jeszcze raz plik przysłany ${dayText(sentOn, locale)}?`
      : `Read the file sent on ${dayText(sentOn, locale)} again?`,
  done: ({ sentOn }, locale) =>
    locale === 'pl'
      ? `Plik przysłany ${dayText(sentOn, locale)} czeka w kolejce na ponowny odczyt.`
      : `The file sent on ${dayText(sentOn, locale)} waits in line to be read again.`,
  isSaid: true,
  // What is being read cannot be unread.
  undoable: false,
  async apply({ uploadId }, { client, household }) {
    await retryInTransaction(client, household.householdId, uploadId);
    return { bookingIds: [] };
  },
});
