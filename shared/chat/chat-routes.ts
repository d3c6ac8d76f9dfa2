import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { MEAL_CONFLICTS } from '#shared/recipes/model/meal-conflicts.ts';
import { ChatMessage, ChatReply, Confirmed, Nothing } from './chat-schema.ts';

const PROPOSAL = '/api/v1/chat/proposals/{proposalId}';

export const chatRoutes = defineRoutes('chat', {
  sendMessage: {
    method: 'POST',
    path: '/api/v1/chat',
    scope: 'write',
    outside: true,
    summary: 'Asks the assistant what to cook, how and for whom; `sessionId` continues a session.',
    body: ChatMessage,
    problems: { 404: ['not-found', 'unknown-person'], 422: ['nobody-eats', 'too-many-terms'] },
    replies: { 200: ChatReply },
  },
  confirmProposal: {
    method: 'POST',
    path: `${PROPOSAL}/confirm`,
    scope: 'write',
    summary: 'Does what was proposed, once; the bookings are undone together.',
    body: Nothing,
    problems: {
      409: ['proposal-rejected', 'proposal-expired', 'too-many-terms', ...MEAL_CONFLICTS],
    },
    replies: { 200: Confirmed },
  },
  rejectProposal: {
    method: 'POST',
    path: `${PROPOSAL}/reject`,
    scope: 'write',
    summary: 'Does not do what was proposed.',
    body: Nothing,
    problems: { 409: ['proposal-confirmed'] },
    replies: { 204: noBody },
  },
});
