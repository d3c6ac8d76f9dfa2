import type { chatRoutes } from '#shared/chat/chat-routes.ts';
import type { ChatSession } from '#shared/chat/session-schema.ts';
import type { ChatRequest } from '#shared/chat-queue/request-schema.ts';
import type { ExamplesOf } from './example.ts';
import { RANKED } from './recipes.ts';
import { ID } from './values.ts';

const SESSION: ChatSession = {
  id: ID.session,
  title: 'Co mogę zrobić z mleka na obiad?',
  startedAt: '2026-11-24T10:15:00.000Z',
  updatedAt: '2026-11-24T10:15:00.000Z',
  turns: 1,
  agent: 'chef',
};

const REQUEST: ChatRequest = {
  id: ID.request,
  status: 'queued',
  priority: 'interactive',
  createdAt: '2026-11-24T10:15:00.000Z',
  startedAt: null,
  endedAt: null,
};

export const chatExamples: ExamplesOf<typeof chatRoutes> = {
  sendMessage: {
    body: { message: 'Co mogę zrobić z mleka na obiad?', locale: 'pl' },
    reply: {
      sessionId: ID.session,
      turnId: ID.turn,
      agent: 'chef',
      intent: { name: 'suggest', confidence: 0.9, source: 'rules' },
      text: 'Naleśniki: masz mleko, brakuje jajek.',
      data: { recipes: [RANKED], recipe: null, refused: [], refusedCount: 0 },
      citations: [{ kind: 'recipe', id: RANKED.id, title: RANKED.title }],
      proposals: [],
      safety: RANKED.safety,
      degraded: true,
      degradedReason: 'no-model',
      usage: null,
    },
  },
  listChatRequests: { reply: { items: [REQUEST], next: null } },
  getChatRequest: { reply: REQUEST },
  retryChatRequest: { body: {}, reply: REQUEST },
  listChatSessions: { reply: { items: [SESSION], next: null } },
  getChatSession: {
    reply: {
      ...SESSION,
      items: [
        {
          id: ID.turn,
          agent: 'chef',
          message: 'Co mogę zrobić z mleka na obiad?',
          at: SESSION.updatedAt,
          text: 'Naleśniki: masz mleko, brakuje jajek.',
          intent: { name: 'suggest', confidence: 0.9, source: 'rules' },
          citations: [{ kind: 'recipe', id: RANKED.id, title: RANKED.title }],
          data: { recipes: [RANKED], recipe: null, refused: [], refusedCount: 0 },
          proposals: [],
        },
      ],
      next: null,
    },
  },
  deleteChatSession: {},
  confirmProposal: { body: {}, reply: { bookingIds: [ID.booking], avoided: [] } },
  rejectProposal: { body: {} },
  undoProposal: { body: {}, reply: { proposalId: ID.proposal, bookingIds: [ID.booking] } },
};
