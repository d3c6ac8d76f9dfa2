import { chatRoutes } from '#shared/chat/chat-routes.ts';
import { deleteSession, showSessions, showSessionTurns } from '#shared/chat/sessions.ts';
import { invokeFunction } from '#shared/clients/lambda.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { converse, replyOf } from '#shared/orchestration/converse.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import { confirmProposal, rejectProposal, undoProposal } from '#shared/proposals/decide.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';

const invoke = invokeAgents((name, request) => invokeFunction('assistant', name, request));

// Every answer passes the allergy gate: while the function starts, its processor is faster and free.
loadLexicon();

export const handler = endpoint(chatRoutes, {
  sendMessage: async ({ household, body, locale }) =>
    reply(200, await replyOf(converse(household, body, locale, { invoke }))),
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
