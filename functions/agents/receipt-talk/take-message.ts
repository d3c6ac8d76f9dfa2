import type { Locale } from '#shared/context/locale.ts';
import {
  NEW_STATE,
  type ReceiptTalkState,
} from '#shared/orchestration/agents/receipt-talk-state.ts';
import { namesReceipt, type ReceiptAct, readAct } from '#shared/receipt-requests/read-act.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import { extractSlots } from '#shared/slots/extract-slots.ts';
import type { Slots } from '#shared/slots/slots.ts';
import type { RecentUpload } from '#shared/uploads/recent-store.ts';
import { answerAbout, answerList, answerPaid, answerRetry, answerUpload } from './answer.ts';
import { chooseLine, correctReceipt, proposed } from './correct.ts';
import { lineMentions } from './meant-lines.ts';
import { type MeantReceipt, meantReceipt } from './meant-receipt.ts';
import type { ReceiptSnapshot } from './snapshot.ts';
import type { ReceiptTurn } from './turn.ts';

export interface ReceiptMessage {
  readonly message: string;
  readonly locale: Locale;
  readonly state: ReceiptTalkState | null;
  readonly hasOpenProposal: boolean;
}

interface Context {
  readonly message: string;
  readonly locale: Locale;
  readonly slots: Slots;
  readonly state: ReceiptTalkState;
  readonly snapshot: ReceiptSnapshot;
}

/** What one message asks of the household's receipts. Nothing is written: changes are proposed. */
export async function takeMessage(
  { message, locale, state: before, hasOpenProposal }: ReceiptMessage,
  snapshot: ReceiptSnapshot,
): Promise<ReceiptTurn & { readonly act: ReceiptAct }> {
  const state = before ?? NEW_STATE;
  const slots = await extractSlots(message, { today: snapshot.day, language: locale });
  const context = { message, locale, slots, state, snapshot };
  const act = actOf(context);
  const turn = answered(act, context, hasOpenProposal);
  const replaces = hasOpenProposal && state.corrected !== null && turn.proposal !== undefined;
  return { act, ...turn, replaces };
}

/** A value alone goes on correcting what was corrected; a receipt alone is shown. */
function actOf({ message, state, slots }: Context): ReceiptAct {
  const act = readAct(message);
  const hasValue = slots.money.length + slots.dates.length + slots.quantities.length > 0;
  if (act === null && state.corrected !== null && (hasValue || /\d[.,]\d\d/.test(message)))
    return 'correct';
  return act ?? (namesReceipt(message) ? 'status' : 'contents');
}

function answered(act: ReceiptAct, context: Context, hasOpenProposal: boolean): ReceiptTurn {
  const { snapshot } = context;
  if (act === 'how-to') return { facts: [{ fact: 'how-to' }] };
  const chosen = answerToAsked(context, act);
  if (chosen !== null) return chosen;
  const [upload] = snapshot.uploads;
  if (upload === undefined) return { facts: [{ fact: 'none' }] };
  const meant = receiptOf(act, context, hasOpenProposal);
  if (act === 'retry') return answerRetry(uploadOf(meant, snapshot) ?? upload);
  if (act === 'list' && snapshot.receipts.length > 0) return answerList(snapshot);
  const isNamed = meant !== null && 'receipt' in meant && meant.isNamed;
  if (!isNamed && isNotRead(upload) && act !== 'correct' && act !== 'paid')
    return answerUpload(upload);
  if (meant === null) return answerUpload(upload);
  if ('missing' in meant) return { facts: [{ fact: 'no-such', ...meant.missing }] };
  return aboutReceipt(act, meant.receipt, context);
}

function aboutReceipt(
  act: Exclude<ReceiptAct, 'how-to' | 'retry'>,
  receipt: RecentReceipt,
  context: Context,
): ReceiptTurn {
  const { message, locale, slots, state, snapshot } = context;
  switch (act) {
    case 'correct': {
      const { items } = receipt;
      // Another receipt is corrected anew.
      const known = state.receiptId === receipt.row.id ? state : NEW_STATE;
      return correctReceipt(receipt, {
        message,
        slots,
        items,
        state: known,
        today: snapshot.day,
        language: locale,
      });
    }
    case 'confirm':
      return proposed(receipt, [{ of: 'confirm' }]);
    case 'paid':
      return answerPaid(snapshot, receipt, message, slots);
    case 'list':
      return answerList(snapshot);
    default:
      return answerAbout(act, receipt, snapshot, context);
  }
}

/** A question of ours that the message answers: which line, or what it should be. */
function answerToAsked(
  { message, locale, slots, state, snapshot }: Context,
  act: ReceiptAct,
): ReceiptTurn | null {
  const { asked, receiptId } = state;
  const receipt = snapshot.receipts.find(({ row }) => row.id === receiptId);
  if (asked === null || receipt === undefined || act === 'retry' || act === 'list') return null;
  const lines = receipt.items.filter(({ id }) => asked.lines.includes(id));
  const [only] = lines;
  if (Object.keys(asked.correction).length === 0 && only !== undefined) {
    const context = { message, slots, items: receipt.items, today: snapshot.day, language: locale };
    return correctReceipt(receipt, { ...context, state: { ...state, itemId: only.id } });
  }
  const chosen = chooseLine(message, lines, asked.correction);
  return chosen && proposed(receipt, [chosen]);
}

/** Of several receipts the one that the question is about: to be checked, or with the line it names. */
function receiptOf(
  act: ReceiptAct,
  { message, slots, state, snapshot }: Context,
  hasOpenProposal: boolean,
): MeantReceipt | null {
  const days = act === 'correct' ? [] : slots.dates;
  const { receiptId, listed } = state;
  const question = {
    message: listed.length > 0 || act !== 'correct' ? message : message,
    days,
    receiptId,
    listed,
  };
  const meant = meantReceipt(question, snapshot.receipts);
  if (meant === null || 'missing' in meant || meant.isNamed || hasOpenProposal) return meant;
  const fits = (receipt: RecentReceipt) =>
    act === 'why'
      ? receipt.row.status === 'needs-review'
      : act === 'price' || act === 'correct'
        ? lineMentions(message, slots.products, receipt.items).length > 0
        : true;
  const fitting = snapshot.receipts.find(fits);
  return {
    receipt: fitting ?? meant.receipt,
    isNamed: fitting !== undefined && act !== 'contents' && act !== 'status',
  };
}

function uploadOf(
  meant: MeantReceipt | null,
  { uploads }: ReceiptSnapshot,
): RecentUpload | undefined {
  if (meant === null || !('receipt' in meant) || !meant.isNamed) return undefined;
  return uploads.find(({ id }) => id === meant.receipt.row.upload_id);
}

/** Whether the newest file is what is talked about, for nothing was read of it. */
function isNotRead({ receipt_id: receiptId, status }: RecentUpload): boolean {
  return receiptId === null && status !== 'done';
}
