import * as z from 'zod/mini';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { ReceiptTalkState } from '#shared/orchestration/agents/receipt-talk-state.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { receiptTalkAgent } from './agent.ts';
import { readReceipts } from './snapshot.ts';

const ReceiptTalkRequest = z.extend(AgentRequest, { state: z.nullable(ReceiptTalkState) });

/** Talks of receipts; asked by the chat. */
export const handler = chatAgent(ReceiptTalkRequest, (request) =>
  receiptTalkAgent(request, { receipts: () => readReceipts(request) }),
);
