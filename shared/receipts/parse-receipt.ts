import type { Reading, TextLine } from '#shared/reading/reading.ts';
import { assignDiscounts } from './assign-discounts.ts';
import { chooseTotal } from './choose-total.ts';
import { dateIn, timeIn } from './date-time.ts';
import { finishItem } from './finish-item.ts';
import { readMerchant } from './merchant.ts';
import { readNip } from './nip.ts';
import { printedLine } from './printed-line.ts';
import { addDeposit, readList } from './read-list.ts';
import { readTaxes } from './read-taxes.ts';
import { readTotals } from './read-totals.ts';
import type { ParsedReceipt, Reason } from './receipt.ts';
import { readReceiptNumber } from './receipt-number.ts';
import { repair } from './repair.ts';
import { sections } from './sections.ts';
import { agreesWithLetters, fillLetters } from './tax-letters.ts';

/** A receipt of a few metres has 400 lines; more is no receipt. */
const MOST_LINES = 600;

/**
 * Reads a receipt out of one reading: pure, never throws, invents nothing.
 * What was not read is null and named in `reasons`; all amounts are grosze.
 * A date after `today` (with a day's grace for time zones) is a misread one and not taken.
 */
export function parseReceipt(reading: Reading, today: Date = new Date()): ParsedReceipt {
  const lines = reading.lines
    .slice(0, MOST_LINES)
    .map((line) => printedLine(line.text, certainty(line, reading.confidence)))
    .filter((line) => line.text !== '');
  const texts = lines.map((line) => line.text);
  const parts = sections(lines);
  const list = readList(parts.goods);
  for (const line of parts.closing) if (line.kind === 'deposit') addDeposit(list, line);
  assignDiscounts(list);
  const taxes = readTaxes(parts.closing);
  const totals = readTotals([
    ...parts.goods.filter((line) => line.kind === 'subtotal'),
    ...parts.closing,
  ]);
  const deposits = list.deposits.reduce((sum, deposit) => sum + deposit.amount, 0);
  const goods = () => list.items.reduce((sum, item) => sum + item.gross - item.discount, 0);

  const first = chooseTotal(totals, taxes, goods(), deposits);
  const missing = first.total === null ? 0 : first.total - deposits - goods();
  if (first.total !== null) repair(list.items, missing);
  fillLetters(list.items, taxes);
  const { total, borrowed } = chooseTotal(totals, taxes, goods(), deposits);
  const difference = total === null ? null : goods() + deposits - total;
  const balanced = difference === 0 && list.items.length > 0;
  const items = list.items.map((item, index) => finishItem(item, index, balanced));

  const { nip, printed } = readNip(texts);
  const heading = parts.heading.map((line) => line.text);
  const latest = new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10);
  const pastDate = (text: string) => {
    const read = dateIn(text);
    return read !== null && read <= latest ? read : null;
  };
  const date = firstOf(heading, pastDate) ?? firstOf(texts, pastDate);
  const reasons = new Set<Reason>(items.flatMap((item) => item.reasons));
  if (items.length === 0) reasons.add('no-items');
  if (items.length === 0 && total === null) reasons.add('unreadable');
  if (total === null) reasons.add('no-total');
  if (difference !== null && difference !== 0) reasons.add('does-not-balance');
  if (borrowed) reasons.add('repaired');
  if (date === null) reasons.add('no-date');
  if (printed && nip === null) reasons.add('nip-checksum');
  if (!agreesWithLetters(items, taxes)) reasons.add('tax-table');
  const sure =
    items.length === 0 ? 0 : items.reduce((sum, item) => sum + item.confidence, 0) / items.length;
  return {
    merchant: readMerchant(heading, texts, nip),
    date,
    time:
      firstOf(
        texts.filter((text) => dateIn(text) !== null),
        timeIn,
      ) ?? firstOf(texts, timeIn),
    receiptNumber: readReceiptNumber(heading, texts),
    currency:
      /(?:EUR|€)/.test(texts.join('\n')) && !/PLN|PTU|NIP/.test(texts.join('\n')) ? 'EUR' : 'PLN',
    items,
    deposits: list.deposits,
    taxes,
    total,
    payment: totals.payment,
    balance: { ok: balanced, difference },
    confidence: Math.round(sure * (balanced ? 1 : 0.6) * 100) / 100,
    reasons: [...reasons],
  };
}

function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

/** The least certain word that carries a digit decides; a line without words has the reading's mean. */
function certainty(line: TextLine, mean: number): number {
  const digits = line.words.filter((word) => /\d/.test(word.text)).map((word) => word.confidence);
  return digits.length === 0 ? mean : Math.min(...digits);
}
