import * as z from 'zod/mini';
import { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { Instant } from '#shared/schemas/instant.ts';

/** `interactive`: somebody waits for it; `background`: it may take its time, and few are answered at once. */
export const Priority = z.enum(['interactive', 'background']);
export type Priority = z.infer<typeof Priority>;

export const RequestStatus = z.enum(['queued', 'running', 'done', 'failed']);
export type RequestStatus = z.infer<typeof RequestStatus>;

/** A message that is answered later, and its answer once it is there. */
export const ChatRequest = z.object({
  id: z.uuid(),
  status: RequestStatus,
  priority: Priority,
  createdAt: Instant,
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  reply: z.optional(ChatReply),
  /** Why it failed. */
  problem: z.optional(z.object({ code: z.string(), detail: z.string() })),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

export const ChatRequestPage = pageSchema(ChatRequest);

export const ChatRequestQuery = z.extend(PageQuery, { status: z.optional(RequestStatus) });

/** What lies in the queues: not a request, but that one more may be answered. */
export const ChatTicket = z.object({ priority: Priority, householdId: z.uuid() });
