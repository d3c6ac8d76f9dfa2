import * as z from 'zod/mini';
import { BookedProposal } from '#shared/proposals/schemas/decided.ts';
import { Proposal } from '#shared/proposals/schemas/proposal-schemas.ts';
import { SafetyView } from '#shared/recipes/model/recipe-schema.ts';
import { ChefData } from '../agents/chef-data.ts';
import { ConversationData } from '../agents/conversation-data.ts';
import { MealPlannerData } from '../agents/meal-planner-data.ts';
import { RagData } from '../agents/rag-data.ts';
import { ReceiptTalkData } from '../agents/receipt-talk-data.ts';
import { SearchData } from '../agents/search-data.ts';
import { WeatherData } from '../agents/weather-data.ts';
import { AgentName } from '../contract/agent-name.ts';
import { AgentUsage, Citation } from '../contract/citation.ts';

/** What an answer gives a program to show: each agent its own, and what was decided by words. */
export const ReplyData = z.object({
  ...z.partial(ChefData).shape,
  ...z.partial(ConversationData).shape,
  ...z.partial(MealPlannerData).shape,
  ...z.partial(RagData).shape,
  ...z.partial(WeatherData).shape,
  ...z.partial(ReceiptTalkData).shape,
  ...z.partial(SearchData).shape,
  confirmed: z.optional(BookedProposal),
  rejected: z.optional(z.object({ proposalId: z.uuid() })),
  undone: z.optional(BookedProposal),
});
export type ReplyData = z.infer<typeof ReplyData>;

export const IntentSource = z.enum(['rules', 'model', 'user']);

/** What was understood, and by what; `user`: the agent was named in the request. */
export const ChatIntent = z.object({
  name: z.string(),
  confidence: z.number(),
  source: IntentSource,
});

/** What was answered, without where it stands. */
export const Answer = z.object({
  intent: ChatIntent,
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
