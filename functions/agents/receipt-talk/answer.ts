import type { ReceiptAct } from '#shared/receipt-requests/read-act.ts';
import { isShop } from '#shared/receipts/chains/shop-named.ts';
import { isDoubtful } from '#shared/receipts/model/review-reasons.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import type { Slots } from '#shared/slots/slots.ts';
import { REFUSED_FOR_GOOD } from '#shared/uploads/problems.ts';
import type { RecentUpload } from '#shared/uploads/recent-store.ts';
import { isFinal } from '#shared/uploads/upload-state.ts';
import { lineMentions } from './meant-lines.ts';
import { shopOfReceipts } from './meant-receipt.ts';
import type { ReceiptSnapshot } from './snapshot.ts';
import { differenceOf, labelOf, shopOf, toldLine, toldReceipt } from './told.ts';
import type { ReceiptTurn } from './turn.ts';

const MAX_LINES = 40;
const MAX_LISTED = 10;

/** The receipts there are, the newest first. */
export function answerList({ receipts }: ReceiptSnapshot): ReceiptTurn {
  const listed = receipts.slice(0, MAX_LISTED);
  const told = listed.map(({ row }) => toldReceipt(row));
  return {
    facts: [{ fact: 'list', receipts: told, more: receipts.length - listed.length }],
    listed,
  };
}

/** What was paid, in a shop, on the days that were named, or on the receipt that is talked about. */
export function answerPaid(
  { receipts }: ReceiptSnapshot,
  meant: RecentReceipt,
  message: string,
  { dates }: Pick<Slots, 'dates'>,
): ReceiptTurn {
  const shop = shopOfReceipts(message, receipts);
  const [date] = dates;
  if (date === undefined) {
    const fact = {
      fact: 'paid',
      shop: shopOf(meant.row),
      from: meant.row.purchased_on,
      to: null,
    } as const;
    return { facts: [{ ...fact, receipts: [toldReceipt(meant.row)] }], receipt: meant };
  }
  const fitting = receipts.filter(
    ({ row }) =>
      row.purchased_on !== null &&
      date.from <= row.purchased_on &&
      row.purchased_on <= date.to &&
      // Photographed twice, it was paid once.
      row.duplicate_of === null &&
      (shop === null || isShop(shopOf(row), shop) || isShop(row.merchant_name, shop)),
  );
  const told = fitting.map(({ row }) => toldReceipt(row));
  return {
    facts: [{ fact: 'paid', shop, from: date.from, to: date.to, receipts: told }],
    receipt: fitting[0] ?? meant,
  };
}

/** What is asked of one receipt. */
export function answerAbout(
  act: Exclude<ReceiptAct, 'how-to' | 'retry' | 'correct' | 'list' | 'paid' | 'confirm'>,
  receipt: RecentReceipt,
  { receipts }: ReceiptSnapshot,
  { message, slots }: { readonly message: string; readonly slots: Slots },
): ReceiptTurn {
  const { row, items } = receipt;
  const told = toldReceipt(row);
  switch (act) {
    case 'why': {
      const lines = items.filter(isDoubtful).map(({ name, reasons }) => ({
        name,
        reasons: reasons.length > 0 ? reasons : ['low-confidence'],
      }));
      const difference = row.balance_ok ? null : differenceOf(row);
      return {
        facts: [{ fact: 'review', receipt: told, reasons: row.reasons, difference, lines }],
        receipt,
      };
    }
    case 'balance':
      return {
        facts: [{ fact: 'balance', receipt: told, difference: differenceOf(row) }],
        receipt,
      };
    case 'price': {
      const named = lineMentions(message, slots.products, items).flatMap(({ lines }) => lines);
      const lines = [...new Set(named)].map((item) => toldLine(item, row));
      const label = labelOf(row);
      if (lines.length === 0)
        return {
          facts: [{ fact: 'no-line', label, name: slots.products[0]?.name ?? null }],
          receipt,
        };
      return { facts: [{ fact: 'price', label, lines }], receipt, line: named[0] };
    }
    case 'contents': {
      const lines = items.slice(0, MAX_LINES).map((item) => toldLine(item, row));
      const more = items.length - lines.length;
      return { facts: [{ fact: 'contents', receipt: told, lines, more }], receipt };
    }
    case 'status': {
      const waiting = receipts.filter(
        (one) => one.row.status === 'needs-review' && one.row.id !== row.id,
      ).length;
      return { facts: [{ fact: 'read', receipt: told, waiting }], receipt };
    }
  }
}

/** How far a file is that has become no receipt yet. */
export function answerUpload(upload: RecentUpload): ReceiptTurn {
  const { status, sent_on: sentOn, problem } = upload;
  const canRetry = refusalOf(upload) === null;
  const told = problem === null ? null : { pl: problem.pl, en: problem.en };
  return { facts: [{ fact: 'upload', status, sentOn, problem: told, canRetry }], upload };
}

/** Another attempt at the file, proposed; or why there is none. */
export function answerRetry(upload: RecentUpload): ReceiptTurn {
  const why = refusalOf(upload);
  if (why === 'running') return answerUpload(upload);
  if (why !== null) return { facts: [{ fact: 'cannot-retry', why }], upload };
  const { id: uploadId, sent_on: sentOn } = upload;
  return { facts: [], upload, proposal: { kind: 'upload-retry', uploadId, sentOn } };
}

function refusalOf({ status, problem, is_cut_off: isCutOff }: RecentUpload) {
  if (!isFinal(status)) return 'running';
  if (status === 'failed')
    return REFUSED_FOR_GOOD.includes(problem?.code ?? '') ? 'for-good' : null;
  return isCutOff ? null : 'done';
}
