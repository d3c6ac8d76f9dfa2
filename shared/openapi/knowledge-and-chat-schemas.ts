import { Nothing } from '#shared/chat/nothing.ts';
import { ChatSession, ChatTurn, SessionTurns } from '#shared/chat/session-schema.ts';
import { ChatRequest, Priority, RequestStatus } from '#shared/chat-queue/request-schema.ts';
import * as knowledge from '#shared/cited-answers/knowledge-schema.ts';
import { Document, UnreadPage } from '#shared/documents/document.ts';
import { DocumentFormat } from '#shared/extraction/document-format.ts';
import { ProfileAdditions } from '#shared/households/profile-additions.ts';
import { AgentName } from '#shared/orchestration/contract/agent-name.ts';
import { AgentUsage, Citation } from '#shared/orchestration/contract/citation.ts';
import { Passage, SearchLeg } from '#shared/orchestration/contract/passage.ts';
import { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';
import {
  ChatIntent,
  ChatReply,
  IntentSource,
  ReplyData,
} from '#shared/orchestration/reply/chat-reply.ts';
import { cookSchema } from '#shared/proposals/schemas/cook.ts';
import { BookedProposal, Confirmed } from '#shared/proposals/schemas/decided.ts';
import { defaultPlaceSchema } from '#shared/proposals/schemas/default-place.ts';
import { LotDiff, LotsDiff, LotView } from '#shared/proposals/schemas/lot-view.ts';
import { profileSchema } from '#shared/proposals/schemas/profile.ts';
import { Proposal } from '#shared/proposals/schemas/proposal-schemas.ts';
import { ChangedLine } from '#shared/proposals/schemas/receipts.ts';
import { ListedItem } from '#shared/proposals/schemas/shopping.ts';

/** Named schemas of documents, of what is asked of them, and of the chat with its proposals. */
export const KNOWLEDGE_AND_CHAT = {
  Document,
  DocumentFormat,
  UnreadPage,

  ChatMessage,
  ChatReply,
  ChatReplyData: ReplyData,
  ChatIntent,
  IntentSource,
  ChatRequest,
  ChatRequestPriority: Priority,
  ChatRequestStatus: RequestStatus,
  ChatSession,
  ChatSessionTurns: SessionTurns,
  ChatTurn,
  AgentName,
  AgentUsage,
  Citation,
  Proposal,
  ProposedLots: LotsDiff,
  ProposedLot: LotDiff,
  ChangedReceiptLine: ChangedLine,
  ChangedShoppingItem: ListedItem,
  ProposedLotState: LotView,
  ProposedCooking: cookSchema.view,
  ProposedProfile: profileSchema.view,
  ProposedDefaultPlace: defaultPlaceSchema.view,
  ProfileAdditions,
  ProposalConfirmation: Confirmed,
  BookedProposal,
  Nothing,

  PassageQuery: knowledge.PassageQuery,
  Passages: knowledge.Passages,
  Passage,
  SearchLeg,
  DocumentAnswer: knowledge.DocumentAnswer,
  IndexStats: knowledge.IndexStats,
  IndexRebuild: knowledge.IndexRebuild,
};
