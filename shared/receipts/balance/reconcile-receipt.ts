import { formatMinor, type Minor } from '#shared/money/money.ts';
import { currencyOf } from '#shared/receipts/fields/currency.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import { type Evidence, NO_EVIDENCE } from '#shared/receipts/model/evidence.ts';
import type { ParsedReceipt, Reason, Repair } from '#shared/receipts/model/receipt.ts';
import { winningValue } from '#shared/receipts/parse/date-time.ts';
import { readMerchant } from '#shared/receipts/parse/merchant.ts';
import type { ReceiptDraft } from '#shared/receipts/parse/read-draft.ts';
import { readReceiptNumber } from '#shared/receipts/parse/receipt-number.ts';
import { agreesWithLetters, reconcileLetters } from '#shared/receipts/taxes/tax-letters.ts';
import { reconcileTaxes } from '#shared/receipts/taxes/tax-rows.ts';
import type { Solution } from './balance-search.ts';
import { finishItem } from './finish-item.ts';
import { missingLine } from './missing-line.ts';
import { countAgreeing, possibleTotals, printedTotals } from './printed-totals.ts';
import { repair, sumDeposits, sumItems } from './repair.ts';

/** Reconciles the lines, the total and the tax table of a draft; does not mutate the draft. */
export function reconcileReceipt(
  draft: ReceiptDraft,
  evidenceFor: (list: DraftList) => Evidence = () => NO_EVIDENCE,
): ParsedReceipt {
  const list = structuredClone(draft.list);
  const printed = printedTotals(draft.totals, draft.taxes);
  const repaired = repair(list, printed, draft.taxes, evidenceFor(list));
  const total = repaired.total ?? possibleTotals(printed, sumDeposits(list))[0] ?? null;
  const itemsSum = sumItems(list);
  const difference = total === null ? null : itemsSum + sumDeposits(list) - total;
  const borrowed = total !== null && !printed.labelled.includes(total);
  const balanced = difference === 0 && list.items.length > 0 && list.unexplained.length === 0;
  reconcileLetters(list, draft.taxes);
  const { taxes, repairs: taxRepairs } = reconcileTaxes(draft.taxes, list, balanced);
  const missing = balanced
    ? null
    : missingLine(
        list,
        draft.taxes,
        difference,
        total !== null && countAgreeing(printed, total, total) > 1,
      );
  const items = list.items.map((item, index) => finishItem(item, index, balanced));
  const repairs = [...repairsOutsideItems(draft, list, borrowed ? total : null), ...taxRepairs];

  const date = winningValue(draft.dates);
  const reasons = new Set<Reason>(items.flatMap((item) => item.reasons));
  if (items.length === 0) reasons.add('no-items');
  if (items.length === 0 && total === null) reasons.add('unreadable');
  if (total === null) reasons.add('no-total');
  if (difference !== null && difference !== 0) reasons.add('does-not-balance');
  if (list.unexplained.length > 0) reasons.add('amount-unexplained');
  if (missing !== null) reasons.add('line-missing');
  if (repairs.length > 0) reasons.add('repaired');
  if (date === null) reasons.add('no-date');
  if (draft.nip.printed && draft.nip.nip === null) reasons.add('nip-checksum');
  if (!agreesWithLetters(list, taxes)) reasons.add('tax-table');
  const sure =
    items.length === 0 ? 0 : items.reduce((sum, item) => sum + item.confidence, 0) / items.length;
  return {
    merchant: readMerchant(draft.heading, draft.chain?.name ?? null, draft.nip.nip),
    date,
    time: draft.time,
    receiptNumber: readReceiptNumber(draft.heading, draft.texts),
    currency: currencyOf(draft.texts),
    items,
    deposits: list.deposits.map(({ name, amount }) => ({ name, amount })),
    taxes,
    total,
    payment: draft.totals.payment,
    balance: { ok: balanced, difference },
    confidence: Math.round(sure * (balanced ? 1 : 0.6) * 100) / 100,
    reasons: [...reasons],
    ...(repairs.length > 0 && { repairs }),
    ...(missing !== null && { missing }),
    ...(repaired.candidates.length > 0 && {
      candidates: repaired.candidates.map((one) => candidateRepairs(one, list)),
    }),
  };
}

/** Repairs of what is no item. @param borrowed a total taken from elsewhere than its own line */
function repairsOutsideItems(
  draft: ReceiptDraft,
  list: DraftList,
  borrowed: Minor | null,
): Repair[] {
  const own = draft.totals.due ?? draft.totals.sums[0];
  const text = (amount: Minor | undefined) => (amount === undefined ? '' : formatMinor(amount));
  const repairs: Repair[] = [];
  if (borrowed !== null) repairs.push({ field: 'total', read: text(own), now: text(borrowed) });
  for (const [at, { amount }] of list.deposits.entries()) {
    const read = draft.list.deposits[at]?.amount;
    if (read !== amount) repairs.push({ field: 'deposit', read: text(read), now: text(amount) });
  }
  const { readAs, nip } = draft.nip;
  if (readAs !== undefined) repairs.push({ field: 'nip', read: readAs, now: nip ?? '' });
  return repairs;
}

function candidateRepairs({ choices }: Solution, list: DraftList) {
  return choices.flatMap(({ repairs, item }) => {
    const line = item === null ? -1 : list.items.indexOf(item);
    return repairs.map((one) => ({ ...one, line: line < 0 ? null : line + 1 }));
  });
}
