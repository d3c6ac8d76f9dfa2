import type { chatRoutes } from '#shared/chat/chat-routes.ts';
import { enqueueMessage } from '#shared/chat-queue/enqueue-message.ts';
import type { AskedLater } from '#shared/chat-queue/prefer.ts';
import {
  readRequest,
  readRequests,
  retryRequest,
  showRequest,
} from '#shared/chat-queue/show-request.ts';
import { reply } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';

type Of<Name extends keyof typeof chatRoutes> = Request<(typeof chatRoutes)[Name]>;

const REQUESTS = '/api/v1/chat/requests';

/** A message that waits for its answer. */
export async function answerLater(
  { household, body: message, locale, headers }: Of<'sendMessage'>,
  { priority }: AskedLater,
) {
  const idempotencyKey = headers['idempotency-key'];
  const row = await enqueueMessage(household, { message, locale, priority, idempotencyKey });
  return reply(202, showRequest(row, locale), {
    location: `${REQUESTS}/${row.id}`,
    'preference-applied': 'respond-async',
  });
}

export const requestHandlers = {
  listChatRequests: async ({ household, query, locale }: Of<'listChatRequests'>) =>
    reply(200, await readRequests(household, query, locale)),
  getChatRequest: async ({ household, params, locale }: Of<'getChatRequest'>) =>
    reply(200, await readRequest(household, params.requestId, locale)),
  retryChatRequest: async ({ household, params, locale }: Of<'retryChatRequest'>) =>
    reply(202, await retryRequest(household, params.requestId, locale)),
};
