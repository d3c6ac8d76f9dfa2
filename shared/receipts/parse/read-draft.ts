import type { Reading, TextLine } from '#shared/reading/model/reading.ts';
import type { Chain } from '#shared/receipts/chains/chain.ts';
import { chainOf } from '#shared/receipts/chains/chain-of.ts';
import { joinSplitRows } from '#shared/receipts/fields/misread-units.ts';
import { isCertain } from '#shared/receipts/fields/multiplication.ts';
import { readNip } from '#shared/receipts/fields/nip.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import type { TaxLine } from '#shared/receipts/model/receipt.ts';
import { assignDiscounts } from './assign-discounts.ts';
import { type DateVote, dateVotes, timeIn } from './date-time.ts';
import { joinAmounts } from './join-amounts.ts';
import { nameBefore, type PrintedLine, printedLine } from './printed-line.ts';
import { addDeposit, type DepositHeading, depositHeading } from './read-deposit.ts';
import { readList } from './read-list.ts';
import { readTaxes } from './read-taxes.ts';
import { readTotals, type Totals } from './read-totals.ts';
import { sections } from './sections.ts';

/** A receipt of a few metres has 400 lines; more is no receipt. */
const MAX_LINES = 600;

/** A reading that was voted for letter by letter counts the others already. */
const WEIGHTS: Readonly<Record<string, number>> = { voted: 3 };

/** Everything parsed from one reading, before its numbers are reconciled. */
export interface ReceiptDraft {
  readonly heading: readonly string[];
  readonly texts: readonly string[];
  readonly chain: Chain | null;
  readonly nip: ReturnType<typeof readNip>;
  readonly dates: readonly DateVote[];
  readonly time: string | null;
  readonly list: DraftList;
  readonly taxes: readonly TaxLine[];
  readonly totals: Totals;
}

/** The printed lines of a reading, in the parts of a receipt. */
export function printedParts(reading: Reading) {
  const source = reading.lines.slice(0, MAX_LINES);
  const raw = source.map(({ text }) => text);
  const chain = chainOf(raw);
  const rows = joinSplitRows(raw);
  const lines = joinAmounts(
    source
      .map((line, at) =>
        printedLine(
          rows[at] ?? '',
          at,
          lineConfidence(line, reading.confidence),
          chain?.lines ?? {},
        ),
      )
      .filter((line) => line.text !== ''),
  );
  return { chain, lines, parts: sections(lines) };
}

/** Parses one reading. @param latest the last day a receipt can be of, `YYYY-MM-DD` */
export function readDraft(reading: Reading, latest: string): ReceiptDraft {
  const { chain, lines, parts } = printedParts(reading);
  const texts = lines.map((line) => line.text);
  const list = readList(parts.items, WEIGHTS[reading.variant] ?? 1);
  readDeposits(list, parts.closing);
  assignDiscounts(list);
  const heading = parts.heading.map((line) => line.text);
  const dates = dateVotes(lines, parts.heading.length, latest);
  return {
    heading,
    texts,
    chain,
    nip: readNip(texts, chain?.nips ?? []),
    dates,
    time: timeOf(texts, dates),
    list,
    taxes: readTaxes(parts.closing),
    totals: readTotals([
      ...parts.items.filter((line) => line.kind === 'subtotal' || line.kind === 'other-payment'),
      ...parts.closing,
    ]),
  };
}

const PAYMENT_KINDS: ReadonlySet<string> = new Set(['due', 'cash', 'card', 'other-payment']);

/** Deposits follow the fiscal part, because they are no turnover. */
function readDeposits(list: DraftList, closing: readonly PrintedLine[]): void {
  let heading: DepositHeading | null = null;
  const sum = closing.findIndex(({ kind }) => kind === 'sum');
  const due = closing.findIndex(({ kind }, at) => at > sum && PAYMENT_KINDS.has(kind));
  for (const [at, line] of closing.entries()) {
    const found = depositHeading(line, heading);
    if (found !== null) heading = found;
    else if (line.kind === 'deposit') addDeposit(list, line, heading);
    else if (line.kind !== 'other') heading = null;
    else if (line.trailing !== null && heading !== null && isBelow(heading, line)) {
      addDeposit(list, line, heading);
    } else if (sum >= 0 && at > sum && at < due && isCertain(line.multiplication)) {
      // Nothing else has quantity and price between the sum and what is to pay.
      addDeposit(list, line, null);
    }
  }
}

/** A bare amount is of the line directly above, be it a heading; further down it is another. */
function isBelow(heading: DepositHeading, line: PrintedLine): boolean {
  return line.multiplication !== null || nameBefore(line) !== '' || heading.at === line.at - 1;
}

/** An amount, beside which a time is rather another one whose comma was misread (`05,00% 0:18`). */
const AMOUNT = /\d[.,]\d{2}(?!\d)/;

/** The time beside a date, else one that stands beside no amount, else any. */
function timeOf(texts: readonly string[], dates: readonly DateVote[]): string | null {
  const dated = dates.map(({ line }) => texts[line] ?? '');
  const bare = texts.filter((text) => !AMOUNT.test(text));
  for (const text of [...dated, ...bare, ...texts]) {
    const time = timeIn(text);
    if (time !== null) return time;
  }
  return null;
}

/** The least certain word that carries a digit decides; a line without words has the reading's mean. */
function lineConfidence(line: TextLine, mean: number): number {
  const digits = line.words.filter((word) => /\d/.test(word.text)).map((word) => word.confidence);
  return digits.length === 0 ? mean : Math.min(...digits);
}
