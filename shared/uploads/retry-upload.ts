import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { HouseholdContext } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { look } from './look.ts';
import { beginAgain, findUpload, type StoredUpload } from './upload-store.ts';

/** Tries an upload that failed, or was not read to the end, again from its kept file. @throws UserError 404, 409 */
export async function retryUpload(who: HouseholdContext, id: string): Promise<StoredUpload> {
  const { householdId } = who;
  const upload = await withHousehold(who, async (client) => {
    await findUpload(client, id);
    const attempt = await beginAgain(client, id);
    if (attempt === undefined) {
      throw new UserError('conflict', 'not-failed', {
        pl: 'Ponowić można tylko przesłanie nieudane albo odczytane nie do końca.',
        en: 'Only an upload that failed, or was not read to the end, can be tried again.',
      });
    }
    await enqueue(client, 'receipt.requested', { uploadId: id, householdId, attempt });
    await look(client, householdId, [{ id }]);
    return await findUpload(client, id);
  });
  await relayHousehold(who);
  return upload;
}
