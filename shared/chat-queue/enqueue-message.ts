import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { requireSession } from '#shared/orchestration/session/load-session.ts';
import type { Priority } from './request-schema.ts';
import {
  countWaiting,
  forgetOld,
  insertRequest,
  type NewRequest,
  queueDepth,
  type RequestRow,
  requestOfKey,
} from './request-store.ts';
import { sendTicket } from './ticket.ts';

/** Of all households at one priority: some minutes of work for the workers. */
const MOST_WAITING = 200;
/** Of one household, so that none fills the queue. */
const MOST_OF_HOUSEHOLD = 20;
/** Seconds. A queue that nobody works off is asked about again after a minute. */
const LONGEST_WAIT = 300;

/**
 * Lets a message wait for its answer. A ticket for the worker is sent with the transaction's commit.
 * @throws UserError 404 for a session that is not there, 429 when too
 *   many of the household wait, 503 when too many of all do
 */
export async function enqueueMessage(
  household: HouseholdContext,
  request: NewRequest,
): Promise<RequestRow> {
  const { message, priority, idempotencyKey } = request;
  const row = await withHousehold(household, async (client) => {
    await forgetOld(client);
    const before = idempotencyKey && (await requestOfKey(client, idempotencyKey));
    if (before) return before;
    if (message.sessionId !== undefined) await requireSession(client, message.sessionId);
    await requireRoom(client, priority);
    const inserted = await insertRequest(client, household, request);
    if (inserted === undefined) throw new Error('Another request took the key meanwhile');
    await sendTicket(client, household, priority);
    return inserted;
  });
  await relayHousehold(household);
  return row;
}

async function requireRoom(client: ClientBase, priority: Priority): Promise<void> {
  if ((await countWaiting(client)) >= MOST_OF_HOUSEHOLD)
    throw new UserError(
      'too-many',
      'too-many-waiting',
      {
        pl: `Na odpowiedź czeka już ${MOST_OF_HOUSEHOLD} wiadomości. Poczekaj, aż ich ubędzie.`,
        en: `${MOST_OF_HOUSEHOLD} messages wait for an answer already. Wait until there are fewer.`,
      },
      { retryAfter: 10 },
    );
  const { waiting, answered } = await queueDepth(client, priority);
  if (waiting < MOST_WAITING) return;
  throw new UserError(
    'unavailable',
    'queue-full',
    {
      pl: 'Za dużo wiadomości czeka na odpowiedź. Spróbuj później.',
      en: 'Too many messages wait for an answer. Try again later.',
    },
    { retryAfter: secondsUntilRoom(waiting - MOST_WAITING + 1, answered) },
  );
}

/** @param answered in the last minute: as fast as the queue drains */
export function secondsUntilRoom(tooMany: number, answered: number): number {
  if (answered === 0) return 60;
  return Math.min(LONGEST_WAIT, Math.ceil((tooMany * 60) / answered));
}
