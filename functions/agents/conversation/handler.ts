import { chatAgent } from '#shared/entry/chat-agent.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { conversationAgent } from './agent.ts';
import { foodsToUseUp } from './foods-to-use-up.ts';

// What it names of the pantry passes the allergy gate first.
loadLexicon();

/** Talks of everything that no other agent does; asked by the chat. */
export const handler = chatAgent(AgentRequest, (request) =>
  conversationAgent(request, { toUseUp: () => foodsToUseUp(request) }),
);
