import * as z from 'zod/mini';

export const ConversationData = z.object({
  /** What could be asked instead, as it would be written. */
  suggestions: z.array(z.string()),
});
export type ConversationData = z.infer<typeof ConversationData>;
