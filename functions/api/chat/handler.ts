import { chatRoutes } from '#shared/chat/chat-routes.ts';
import { deleteSession, showSessions, showSessionTurns } from '#shared/chat/sessions.ts';
import { streamFunction } from '#shared/clients/lambda.ts';
import * as redis from '#shared/clients/redis.ts';
import { limitedEndpoint } from '#shared/entry/limited-endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { confirmProposal, rejectProposal, undoProposal } from '#shared/proposals/decide.ts';
import { sharedBreakers } from '#shared/resilience/shared-breakers.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { answersMessages, type StreamUntilGone } from './answer-message.ts';
import { requestHandlers } from './request-handlers.ts';

const stream: StreamUntilGone = (...given) => streamFunction('assistant', ...given);
const sendMessage = answersMessages(stream, sharedBreakers(redis));

// Every answer passes the allergy gate: while the function starts, its processor is faster and free.
loadLexicon();

const endpoint = limitedEndpoint(redis.addToCounters);
export const handler = endpoint(chatRoutes, {
  sendMessage,
  ...requestHandlers,
  listChatSessions: async ({ household, query }) =>
    reply(200, await showSessions(household, query)),
  getChatSession: async ({ household, params, query }) =>
    reply(200, await showSessionTurns(household, params.sessionId, query)),
  deleteChatSession: async ({ household, params }) => {
    await deleteSession(household, params.sessionId);
    return reply(204);
  },
  confirmProposal: async ({ household, params, locale }) =>
    reply(200, await confirmProposal(household, params.proposalId, locale)),
  rejectProposal: async ({ household, params }) => {
    await rejectProposal(household, params.proposalId);
    return reply(204);
  },
  undoProposal: async ({ household, params, locale }) =>
    reply(200, await undoProposal(household, params.proposalId, locale)),
});
