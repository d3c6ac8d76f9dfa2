import { chatAgent } from '#shared/entry/chat-agent.ts';
import { spentOn, unconfirmedReceipts } from '#shared/insights/spent-store.ts';
import { waste } from '#shared/insights/waste-store.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { conversationAgent } from './agent.ts';
import { foodsToUseUp } from './foods-to-use-up.ts';
import { completed, moved, readPantry } from './pantry/snapshot.ts';

// What it names of the pantry passes the allergy gate first.
loadLexicon();

/** Talks of everything that no other agent does; asked by the chat. */
export const handler = chatAgent(AgentRequest, (request) =>
  conversationAgent(request, {
    toUseUp: () => foodsToUseUp(request),
    pantry: () => readPantry(request),
    completed: (lots) => completed(request, lots),
    moved: (moving) => moved(request, moving),
    spent: (period) => spentOn(request, period),
    unconfirmed: (period) => unconfirmedReceipts(request, period),
    wasted: (period) =>
      waste({ household: request, locale: request.locale }, { ...period, by: 'product' }),
  }),
);
