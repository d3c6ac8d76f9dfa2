import { countAgreeing, printedTotals } from '#shared/receipts/balance/printed-totals.ts';
import { isCertain } from '#shared/receipts/fields/multiplication.ts';
import type { ParsedReceipt, Reason } from '#shared/receipts/model/receipt.ts';
import type { LineKind } from '#shared/receipts/parse/line-kind.ts';
import type { PrintedLine } from '#shared/receipts/parse/printed-line.ts';
import { printedParts } from '#shared/receipts/parse/read-draft.ts';
import type { ChosenReceipt } from './choose-receipt.ts';
import { latestDay } from './latest-day.ts';
import { parseReading } from './parse-reading.ts';

/** A place of the reading that may be to blame for sums that do not agree. */
export interface Doubt<Gap> {
  /** A line that was read, counted from 0 … */
  readonly at: number;
  /** … or the room below it, where one may have been overlooked. */
  readonly gap?: Gap;
}

export interface Doubts<Gap> {
  readonly items: readonly Doubt<Gap>[];
  /** Total, payments and tax table; none where two printed totals agree. */
  readonly closing: readonly Doubt<Gap>[];
  /** Whether a total was read at all: without one the items prove nothing. */
  readonly hasTotal: boolean;
}

/** The worst first: what the search for sums that agree would change, … */
const WOULD_BE_EDITED = 0;
/** … what contradicts itself, or may lie in a gap, … */
const CONTRADICTORY = 1;
/** … what was read but belongs to no item, … */
const UNEXPLAINED = 2;
/** … and what nothing else on its line proves. */
const UNPROVEN = 3;

const CONTRADICTS: ReadonlySet<Reason> = new Set(['quantity-times-price', 'low-confidence']);
/** Of the other kinds none carries money. */
const ITEM_KINDS: ReadonlySet<LineKind> = new Set(['other', 'discount', 'deposit', 'void']);
/** In the order of how well they prove the total. */
const CLOSING_KINDS: readonly (readonly LineKind[])[] = [
  ['sum', 'due'],
  ['cash', 'card', 'other-payment', 'change', 'adjustment'],
  ['other', 'deposit'],
  ['tax', 'tax-sum'],
];

/**
 * Which lines of a receipt that does not balance are to blame, the worst first. A line whose
 * quantity × price is its value proves itself and is never among them.
 * @param gaps places of the reading with room for a line
 */
export function doubtfulLines<Gap extends { readonly below: number }>(
  { receipt, reading }: ChosenReceipt,
  gaps: readonly Gap[],
): Doubts<Gap> {
  const { parts } = printedParts(reading);
  const level = suspicionIn(receipt);
  const inItems = parts.items.flatMap((line) => {
    const suspicion = level(line);
    return suspicion === null ? [] : [{ at: line.at, suspicion, confidence: line.confidence }];
  });
  const [first, last] = [parts.items[0], parts.items.at(-1)];
  const lacks = receipt.balance.difference !== null && receipt.balance.difference < 0;
  const room = gaps
    .filter(({ below }) => lacks && first && last && below >= first.at - 1 && below <= last.at)
    .map((gap) => ({ at: gap.below, gap, suspicion: CONTRADICTORY, confidence: 0 }));
  const inClosing = parts.closing.flatMap((line) => {
    const suspicion = CLOSING_KINDS.findIndex((kinds) => kinds.includes(line.kind));
    const carriesAmount = suspicion >= 0 && (line.kind !== 'other' || line.trailing !== null);
    return carriesAmount ? [{ at: line.at, suspicion, confidence: line.confidence }] : [];
  });
  return {
    items: worstFirst([...inItems, ...room]),
    closing: isTotalSure({ receipt, reading }) ? [] : worstFirst(inClosing),
    hasTotal: receipt.total !== null,
  };
}

function suspicionIn(receipt: ParsedReceipt): (line: PrintedLine) => number | null {
  const edits = receipt.candidates ?? [];
  const edited = new Set(edits.flatMap((edit) => edit.map(({ line }) => line)));
  const items = new Map(
    receipt.items.flatMap((item) => (item.sourceLines ?? []).map((at) => [at, item] as const)),
  );
  return ({ at, kind, trailing, multiplication }) => {
    if (!ITEM_KINDS.has(kind)) return null;
    const item = items.get(at);
    if (item !== undefined && edited.has(item.line)) return WOULD_BE_EDITED;
    if (item?.reasons.some((reason) => CONTRADICTS.has(reason))) return CONTRADICTORY;
    if (trailing === null && multiplication === null) {
      // The name above its numbers has no money of its own; a name that nothing followed lost it.
      return item === undefined ? UNEXPLAINED : null;
    }
    return isCertain(multiplication) ? null : UNPROVEN;
  };
}

interface RankedDoubt<Gap> extends Doubt<Gap> {
  readonly suspicion: number;
  readonly confidence: number;
}

function worstFirst<Gap>(doubts: readonly RankedDoubt<Gap>[]): Doubt<Gap>[] {
  return [...doubts]
    .sort((a, b) => a.suspicion - b.suspicion || a.confidence - b.confidence)
    .map(({ at, gap }) => (gap === undefined ? { at } : { at, gap }));
}

function isTotalSure({ receipt, reading }: ChosenReceipt): boolean {
  const { total, deposits } = receipt;
  if (total === null) return false;
  const { draft } = parseReading(reading, latestDay(new Date()));
  const charged = deposits.reduce((sum, { amount }) => sum + amount, 0);
  return countAgreeing(printedTotals(draft.totals, draft.taxes), total, total - charged) > 1;
}
