import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { keptReply } from '#shared/orchestration/reply/kept-reply.ts';
import { AfterId, readCursor, toPage } from '#shared/paging/page.ts';
import type { ChatRequest, ChatRequestQuery } from './request-schema.ts';
import { findRequest, listRequests, type RequestRow, requeue } from './request-store.ts';
import { sendTicket } from './ticket.ts';

const StoredProblem = z.object({
  code: z.string(),
  pl: z._default(z.string(), 'Nie udało się odpowiedzieć, choć próbowano kilka razy.'),
  en: z._default(z.string(), 'There was no answer, although it was tried several times.'),
});

/** A request without its reply. */
export function showRequest(row: RequestRow, locale: Locale): ChatRequest {
  const { id, status, priority, created_at, started_at, ended_at } = row;
  const problem = row.problem === null ? undefined : z.parse(StoredProblem, row.problem);
  return {
    id,
    status,
    priority,
    createdAt: created_at.toISOString(),
    startedAt: started_at?.toISOString() ?? null,
    endedAt: ended_at?.toISOString() ?? null,
    ...(problem !== undefined && { problem: { code: problem.code, detail: problem[locale] } }),
  };
}

/** A request with its reply, once that is there. @throws UserError 404 */
export async function readRequest(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<ChatRequest> {
  const row = await withHousehold(household, (client) => findRequest(client, id));
  if (row === undefined) throw noRequest();
  const reply = row.turn_id === null ? null : await keptReply(household, row.turn_id);
  return { ...showRequest(row, locale), ...(reply !== null && { reply }) };
}

/** The requests of the household, the newest first. */
export async function readRequests(
  household: HouseholdContext,
  { status, limit, cursor }: z.infer<typeof ChatRequestQuery>,
  locale: Locale,
) {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const rows = await listRequests(client, status, before, limit + 1);
    return toPage(
      rows,
      limit,
      (row) => showRequest(row, locale),
      ({ id }) => id,
    );
  });
}

/** Lets a request that failed wait for its answer again. @throws UserError 404, 409 when it did not fail */
export async function retryRequest(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<ChatRequest> {
  const row = await withHousehold(household, async (client) => {
    const waiting = await requeue(client, id);
    if (waiting === undefined) throw (await findRequest(client, id)) ? notFailed() : noRequest();
    await sendTicket(client, household, waiting.priority);
    return waiting;
  });
  await relayHousehold(household);
  return showRequest(row, locale);
}

function noRequest(): UserError {
  return notFound({ pl: 'Nie ma takiego zapytania.', en: 'There is no such request.' });
}

function notFailed(): UserError {
  return new UserError('conflict', 'request-not-failed', {
    pl: 'To zapytanie nie skończyło się błędem, więc nie ma czego ponawiać.',
    en: 'This request has not failed, so there is nothing to try again.',
  });
}
