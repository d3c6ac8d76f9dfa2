import * as z from 'zod/mini';
import { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { defineAgent } from './agent-entry.ts';
import { ConversationData } from './conversation-data.ts';

/** Help, small talk, unsafe requests, and everything that no other agent does. */
export const conversation = defineAgent({
  name: 'conversation',
  functionEnv: 'conversationFunction',
  data: ConversationData,
  /** Of the talk about the pantry; small talk leaves it as it is. */
  state: z.nullable(TalkSoFar),
  tellsRestrictions: false,
  withoutHarmful: ({ suggestions }, harms) => ({
    suggestions: suggestions.filter((one) => !harms(one)),
  }),
});
