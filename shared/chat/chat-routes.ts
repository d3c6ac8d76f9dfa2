import * as z from 'zod/mini';
import {
  ChatRequest,
  ChatRequestPage,
  ChatRequestQuery,
} from '#shared/chat-queue/request-schema.ts';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';
import { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { PageQuery } from '#shared/paging/page.ts';
import { BookedProposal, Confirmed } from '#shared/proposals/schemas/decided.ts';
import { MEAL_CONFLICTS } from '#shared/recipes/model/meal-conflicts.ts';
import { readEventId } from './event-id.ts';
import { Nothing } from './nothing.ts';
import { SessionPage, SessionTurns } from './session-schema.ts';
import { replayTurn } from './turn-events.ts';

const SESSIONS = '/api/v1/chat/sessions';
const REQUESTS = '/api/v1/chat/requests';
const PROPOSAL = '/api/v1/chat/proposals/{proposalId}';

export const chatRoutes = defineRoutes('chat', {
  sendMessage: {
    method: 'POST',
    path: '/api/v1/chat',
    scope: 'write',
    limit: 'chat',
    outside: true,
    streams: true,
    later: true,
    replay: (reply, lastEventId) => replayTurn(z.parse(ChatReply, reply), readEventId(lastEventId)),
    summary: 'Asks the assistant; `sessionId` continues a session, `agent` chooses who answers.',
    body: ChatMessage,
    problems: {
      400: ['invalid-last-event-id'],
      404: ['not-found', 'unknown-person'],
      422: ['nobody-eats', 'too-many-terms'],
      429: ['too-many-waiting'],
      503: ['queue-full', 'assistant-away'],
    },
    replies: { 200: ChatReply, 202: ChatRequest },
    headers: { 202: ['location'] },
  },
  listChatRequests: {
    method: 'GET',
    path: REQUESTS,
    scope: 'read',
    summary: 'Messages sent with `Prefer: respond-async`, the newest first.',
    query: ChatRequestQuery,
    replies: { 200: ChatRequestPage },
  },
  getChatRequest: {
    method: 'GET',
    path: `${REQUESTS}/{requestId}`,
    scope: 'read',
    summary: 'One of them, with its reply once that is there; kept for a week.',
    replies: { 200: ChatRequest },
  },
  retryChatRequest: {
    method: 'POST',
    path: `${REQUESTS}/{requestId}/retry`,
    scope: 'write',
    limit: 'chat',
    outside: true,
    summary: 'Lets one that failed wait for its answer again.',
    body: Nothing,
    problems: { 409: ['request-not-failed'] },
    replies: { 202: ChatRequest },
  },
  listChatSessions: {
    method: 'GET',
    path: SESSIONS,
    scope: 'read',
    summary: 'The talks of the household with the assistant, the newest first.',
    query: PageQuery,
    replies: { 200: SessionPage },
  },
  getChatSession: {
    method: 'GET',
    path: `${SESSIONS}/{sessionId}`,
    scope: 'read',
    summary: 'One talk with its turns, the newest first.',
    query: PageQuery,
    replies: { 200: SessionTurns },
  },
  deleteChatSession: {
    method: 'DELETE',
    path: `${SESSIONS}/{sessionId}`,
    scope: 'write',
    summary: 'Deletes a talk with all that was remembered and proposed in it.',
    replies: { 204: noBody },
  },
  confirmProposal: {
    method: 'POST',
    path: `${PROPOSAL}/confirm`,
    scope: 'write',
    summary: 'Does what was proposed, once; the bookings are undone together.',
    body: Nothing,
    problems: {
      409: [
        'proposal-rejected',
        'proposal-undone',
        'proposal-expired',
        'too-many-terms',
        'too-many-lots',
        'lot-changed',
        'receipt-changed',
        'already-stocked',
        'date-missing',
        'too-many-lines',
        'too-many-names',
        'not-failed',
        'refused-for-good',
        ...MEAL_CONFLICTS,
      ],
      404: ['not-found', 'unknown-item'],
      422: ['date-in-future', 'discount-over-value'],
    },
    replies: { 200: Confirmed },
  },
  rejectProposal: {
    method: 'POST',
    path: `${PROPOSAL}/reject`,
    scope: 'write',
    summary: 'Does not do what was proposed.',
    body: Nothing,
    problems: { 409: ['proposal-confirmed', 'proposal-undone'] },
    replies: { 204: noBody },
  },
  undoProposal: {
    method: 'POST',
    path: `${PROPOSAL}/undo`,
    scope: 'write',
    summary: 'Takes back what confirming a proposal booked, all of it or nothing.',
    body: Nothing,
    problems: {
      409: [
        'proposal-undone',
        'proposal-not-confirmed',
        'proposal-not-undoable',
        'already-undone',
        'later-changes',
        'receipt-changed',
        'already-stocked',
      ],
    },
    replies: { 200: BookedProposal },
  },
});
