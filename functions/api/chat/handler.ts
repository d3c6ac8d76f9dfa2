import { chatRoutes } from '#shared/chat/chat-routes.ts';
import type { ChefQuestion } from '#shared/chat/chef-answer.ts';
import { confirmProposal, rejectProposal } from '#shared/chat/proposals.ts';
import { sendMessage } from '#shared/chat/send-message.ts';
import { invokeFunction } from '#shared/clients/lambda.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';

const askChef = (question: ChefQuestion) =>
  invokeFunction('assistant', requireEnv(ENV.chefFunction), question);

export const handler = endpoint(chatRoutes, {
  sendMessage: async ({ household, body, locale }) =>
    reply(200, await sendMessage(household, body, locale, askChef)),
  confirmProposal: async ({ household, params, locale }) =>
    reply(200, await confirmProposal(household, params.proposalId, locale)),
  rejectProposal: async ({ household, params }) => {
    await rejectProposal(household, params.proposalId);
    return reply(204);
  },
});
