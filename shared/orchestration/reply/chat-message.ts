import * as z from 'zod/mini';
import { WhoEats } from '#shared/households/diners.ts';
import { words } from '#shared/schemas/words.ts';
import { AgentName } from '../contract/agent-name.ts';

export const ChatMessage = z.strictObject({
  message: words(2000),
  /** Continues a session; without it a new one begins. */
  sessionId: z.optional(z.uuid()),
  /** Who is to answer; chosen from the message when left out. */
  agent: z.optional(AgentName),
  /** Counts only where the message does not tell its language itself. */
  locale: z.optional(z.enum(['pl', 'en'])),
  /** Who eats; kept for the session until it is said otherwise. */
  ...WhoEats.shape,
});
export type ChatMessage = z.infer<typeof ChatMessage>;
