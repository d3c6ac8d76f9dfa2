import * as z from 'zod/mini';
import { AgentName } from '#shared/orchestration/contract/agent-name.ts';
import { Answer, ReplyData } from '#shared/orchestration/reply/chat-reply.ts';
import { pageSchema } from '#shared/paging/page.ts';
import { Instant } from '#shared/schemas/instant.ts';

/** A session in a list. */
export const ChatSession = z.object({
  id: z.uuid(),
  /** What it began with. */
  title: z.string(),
  startedAt: Instant,
  updatedAt: Instant,
  turns: z.int(),
  /** Who answered last. */
  agent: AgentName,
});
export type ChatSession = z.infer<typeof ChatSession>;

export const SessionPage = pageSchema(ChatSession);

/** A turn as it was; data that an earlier version answered may be missing. */
export const ChatTurn = z.object({
  id: z.uuid(),
  agent: AgentName,
  message: z.string(),
  at: Instant,
  text: z.string(),
  intent: Answer.shape.intent,
  citations: Answer.shape.citations,
  data: z.optional(ReplyData),
  proposals: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      summary: z.string(),
      status: z.enum(['open', 'confirmed', 'rejected', 'undone']),
      expiresAt: Instant,
    }),
  ),
});
export type ChatTurn = z.infer<typeof ChatTurn>;

/** One session with its turns, the newest first. */
export const SessionTurns = z.extend(ChatSession, pageSchema(ChatTurn).shape);
