import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { REFUSED_FOR_GOOD } from './problems.ts';
import { scheduleStuckCheck } from './schedule-stuck-check.ts';
import {
  continueInRequest,
  findUpload,
  isUntouchedCutOff,
  type StoredUpload,
  transition,
} from './upload-store.ts';

/** Tries an upload that failed, or was not read to the end, again from its kept file. @throws UserError 404, 409 */
export async function retryUpload(household: HouseholdContext, id: string): Promise<StoredUpload> {
  const upload = await withHousehold(household, (client) =>
    retryInTransaction(client, household.householdId, id),
  );
  await relayHousehold(household);
  return upload;
}

/** {@link retryUpload} within a transaction; whoever commits it relays the outbox. */
export async function retryInTransaction(
  client: ClientBase,
  householdId: string,
  id: string,
): Promise<StoredUpload> {
  const { status, problem } = await findUpload(client, id);
  if (status === 'failed' && REFUSED_FOR_GOOD.includes(problem?.code ?? '')) {
    throw new UserError('conflict', 'refused-for-good', {
      pl: 'Tego pliku nie da się odczytać, także przy kolejnej próbie. Wyślij inny.',
      en: 'This file cannot be read, at another attempt neither. Send another one.',
    });
  }
  const event = (await isUntouchedCutOff(client, id)) ? 'rereadRequested' : 'retryRequested';
  const attempt = await transition(client, { uploadId: id }, event);
  if (attempt === undefined) {
    throw new UserError('conflict', 'not-failed', {
      pl: 'Ponowić można tylko przesłanie nieudane albo odczytane nie do końca.',
      en: 'Only an upload that failed, or was not read to the end, can be tried again.',
    });
  }
  await continueInRequest(client, id);
  await enqueue(client, 'receipt.requested', { uploadId: id, householdId, attempt });
  await scheduleStuckCheck(client, householdId, [{ id }]);
  return await findUpload(client, id);
}
