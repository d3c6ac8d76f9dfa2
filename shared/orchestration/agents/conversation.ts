import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';

export const ConversationData = z.object({
  /** What could be asked instead, as it would be written. */
  suggestions: z.array(z.string()),
});
export type ConversationData = z.infer<typeof ConversationData>;

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
