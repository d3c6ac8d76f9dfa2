import * as z from 'zod/mini';
import { Proposal } from '#shared/proposals/proposal-kinds.ts';
import { SafetyView } from '#shared/recipes/model/recipe-schema.ts';
import { ChefData } from '../agents/chef.ts';
import { ConversationData } from '../agents/conversation.ts';
import { AgentUsage, Citation } from './agent-event.ts';
import { AgentName } from './agent-name.ts';

const Bookings = z.array(z.uuid());

/** What an answer gives a program to show: each agent its own, and what was decided by words. */
export const ReplyData = z.object({
  ...z.partial(ChefData).shape,
  ...z.partial(ConversationData).shape,
  confirmed: z.optional(z.object({ proposalId: z.uuid(), bookingIds: Bookings })),
  rejected: z.optional(z.object({ proposalId: z.uuid() })),
  undone: z.optional(z.object({ proposalId: z.uuid(), bookingIds: Bookings })),
});
export type ReplyData = z.infer<typeof ReplyData>;

/** What was answered, without where it stands. */
export const Answer = z.object({
  intent: z.object({
    name: z.string(),
    confidence: z.number(),
    /** `user`: the agent was named in the request. */
    source: z.enum(['rules', 'model', 'user']),
  }),
  text: z.string(),
  data: z.optional(ReplyData),
  citations: z.array(Citation),
  safety: z.nullable(SafetyView),
  degraded: z.boolean(),
  degradedReason: z.optional(z.string()),
  usage: z.nullable(AgentUsage),
});
export type Answer = z.infer<typeof Answer>;

export const ChatReply = z.object({
  sessionId: z.uuid(),
  turnId: z.uuid(),
  agent: AgentName,
  ...Answer.shape,
  proposals: z.array(Proposal),
});
export type ChatReply = z.infer<typeof ChatReply>;
