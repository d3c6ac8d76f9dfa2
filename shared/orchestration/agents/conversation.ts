import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { ConversationData } from './conversation-data.ts';

/** Help, small talk, unsafe requests, and everything that no other agent does. */
export const conversation = defineAgent({
  name: 'conversation',
  functionEnv: 'conversationFunction',
  data: ConversationData,
  state: z.null(),
  tellsRestrictions: false,
  withoutHarmful: ({ suggestions }, harms) => ({
    suggestions: suggestions.filter((one) => !harms(one)),
  }),
});
