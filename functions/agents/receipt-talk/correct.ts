import { foldedWords } from '#shared/language/fold.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import type { LineCorrection } from '#shared/orchestration/agents/receipt-talk-state.ts';
import { correctionCues } from '#shared/receipt-requests/read-act.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import { linesMeant } from './meant-lines.ts';
import { type ClearCorrection, planChange } from './plan-change.ts';
import { type Correction, type CorrectionContext, readCorrections } from './read-corrections.ts';
import { labelOf, toldLine } from './told.ts';
import type { ReceiptTurn } from './turn.ts';

/** Proposes what a message says to be different on a receipt, or asks what is not clear. */
export function correctReceipt(receipt: RecentReceipt, context: CorrectionContext): ReceiptTurn {
  const { row } = receipt;
  const corrections = readCorrections(context);
  if (corrections.length === 0) {
    const isDeletion = correctionCues(context.message).takesOut;
    const fact = isDeletion ? 'cannot-delete' : 'what-wrong';
    return { facts: [{ fact, label: labelOf(row) }], receipt };
  }
  const clear: ClearCorrection[] = [];
  for (const one of corrections) {
    if (one.of === 'wrong-line') return asksInstead(receipt, one.line);
    if (one.of === 'line' && one.lines.length !== 1)
      return asksLine(receipt, one, context.slots.products[0]?.name ?? null);
    clear.push(one);
  }
  return proposed(receipt, clear);
}

/** The change of these corrections as a proposal. */
export function proposed(
  receipt: RecentReceipt,
  corrections: readonly ClearCorrection[],
): ReceiptTurn {
  const proposal = planChange(receipt, corrections);
  const [first] = corrections;
  const line = first?.of === 'line' ? first.lines[0] : undefined;
  if (proposal === undefined) return { facts: [{ fact: 'same-already' }], receipt, line };
  return { facts: [], receipt, line, proposal, corrected: aboutOf(first) };
}

/** What the answer to a question says: which line was meant. Null when it says nothing of the kind. */
export function chooseLine(
  message: string,
  lines: readonly ItemRow[],
  correction: LineCorrection,
): Extract<Correction, { of: 'line' }> | null {
  const ordinal = readOrdinal(message);
  const byPlace = ordinal === null ? undefined : lines[ordinal - 1];
  const meant = byPlace === undefined ? linesMeant(withoutPointers(message), lines) : [byPlace];
  return meant.length === 1 ? { of: 'line', lines: meant, correction } : null;
}

/** `to owsiane`, `the oat one`. */
function withoutPointers(message: string): string {
  return foldedWords(message)
    .filter((word) => !POINTERS.has(word))
    .join(' ');
}

const POINTERS = new Set('to ten ta te o chodzi nie no the that this one'.split(' '));

function asksLine(
  receipt: RecentReceipt,
  { lines, correction }: Extract<Correction, { of: 'line' }>,
  name: string | null,
): ReceiptTurn {
  const { row, items } = receipt;
  if (lines.length === 0) {
    const asked = { correction, lines: items.slice(0, MAX_CHOICES).map(({ id }) => id) };
    return { facts: [{ fact: 'no-line', label: labelOf(row), name }], receipt, asked };
  }
  const options = lines.slice(0, MAX_CHOICES);
  return {
    facts: [{ fact: 'which-line', lines: options.map((item) => toldLine(item, row)) }],
    receipt,
    asked: { correction, lines: options.map(({ id }) => id) },
  };
}

const MAX_CHOICES = 20;

function asksInstead(receipt: RecentReceipt, line: ItemRow): ReceiptTurn {
  const told = toldLine(line, receipt.row);
  const asked = { correction: {}, lines: [line.id] };
  return { facts: [{ fact: 'what-instead', line: told }], receipt, line, asked };
}

function aboutOf(correction: ClearCorrection | undefined): ReceiptTurn['corrected'] {
  const of = correction?.of ?? null;
  return of === 'line' || of === 'day' || of === 'total' || of === 'shop' ? of : null;
}
