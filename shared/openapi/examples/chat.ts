import type { chatRoutes } from '#shared/chat/chat-routes.ts';
import type { ExamplesOf } from './example.ts';
import { RANKED } from './recipes.ts';
import { ID } from './values.ts';

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
  confirmProposal: { body: {}, reply: { bookingIds: [ID.booking], avoided: [] } },
  rejectProposal: { body: {} },
};
