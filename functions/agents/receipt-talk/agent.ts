import * as z from 'zod/mini';
import type { ReceiptTalkState } from '#shared/orchestration/agents/receipt-talk-state.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { ReceiptSnapshot } from './snapshot.ts';
import { type ReceiptMessage, takeMessage } from './take-message.ts';
import { citationOf, shownReceipt } from './told.ts';
import type { ReceiptTurn } from './turn.ts';

/** What the agent needs of the world. */
export interface ReceiptTalkDeps {
  readonly receipts: () => Promise<ReceiptSnapshot>;
}

/**
 * Tells how far receipts are, what is on them and why a person should look, and proposes corrections and
 * another attempt. It gives facts and no words: what is printed on a receipt is a stranger's text.
 */
export async function* receiptTalkAgent(
  request: ReceiptMessage,
  { receipts }: ReceiptTalkDeps,
): AsyncGenerator<AgentEvent> {
  const turn = await takeMessage(request, await receipts());
  const name = turn.asked == null ? turn.act : 'clarify';
  yield { type: 'intent', intent: { name, confidence: 0.9, source: 'rules' } };
  for (const fact of turn.facts) yield { type: 'notice', notice: { about: 'receipt', fact } };
  const { proposal, replaces = false } = turn;
  if (proposal !== undefined) yield { type: 'proposal', proposal, replaces };
  yield { type: 'data', data: { ...dataOf(turn), choices: choicesOf(turn) } };
  if (turn.receipt !== undefined)
    yield { type: 'citation', citation: citationOf(turn.receipt, request.locale) };
  yield { type: 'state', state: z.parse(z.json(), stateAfter(request.state, turn)) };
}

function dataOf({ receipt, upload }: ReceiptTurn) {
  return {
    receipt: receipt === undefined ? null : shownReceipt(receipt),
    upload: upload === undefined ? null : { uploadId: upload.id, status: upload.status },
  };
}

function choicesOf({ facts }: ReceiptTurn): string[] {
  return facts.flatMap((fact) =>
    fact.fact === 'which-line' ? fact.lines.map(({ name }) => name) : [],
  );
}

function stateAfter(
  before: ReceiptTalkState | null,
  { receipt, line, listed, asked = null, corrected = null }: ReceiptTurn,
): ReceiptTalkState {
  const receiptId = receipt?.row.id ?? before?.receiptId ?? null;
  const isSame = receiptId === before?.receiptId;
  return {
    receiptId,
    itemId: line?.id ?? (isSame ? (before?.itemId ?? null) : null),
    listed: listed?.map(({ row }) => row.id) ?? before?.listed ?? [],
    asked,
    corrected,
  };
}
