import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import { settleReceipt } from '#shared/receipts/balance/reconcile-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { gatherEvidence } from '#shared/receipts/vote/gather-evidence.ts';
import { electHeading } from '#shared/receipts/vote/heading-vote.ts';
import { electTotals } from '#shared/receipts/vote/totals-vote.ts';
import { latestDay } from './latest-day.ts';
import { type ReadAlone, readAlone } from './read-alone.ts';
import { markReadByModel } from './read-by-model.ts';
import { strength } from './receipt-score.ts';

export interface ChosenReceipt {
  readonly receipt: ParsedReceipt;
  /** The reading its lines stand in; single lines may come from others. */
  readonly reading: Reading;
}

/** Readings that are tried as the one the others correct; the rest only lend what they saw. */
const MOST_BASES = 3;

/**
 * Reads the receipt out of several readings of one paper: the one whose arithmetic holds best,
 * corrected by what the others saw on the same lines. What no arithmetic checks (names, letters,
 * date, NIP) is put to the vote. Throws PermanentError when there is no reading at all.
 */
export function chooseReceipt(
  readings: readonly Reading[],
  today: Date = new Date(),
): ChosenReceipt {
  const latest = latestDay(today);
  const read = readings.map((reading) => readAlone(reading, latest));
  const alone = read.map(({ receipt }) => receipt);
  const ranked = read
    .map((one) => weighed(one, one.receipt, alone))
    .sort((a, b) => b.strength - a.strength || b.reading.confidence - a.reading.confidence);
  const candidates = ranked.slice(0, MOST_BASES).flatMap((base) => {
    if (ranked.length === 1) return [base];
    const others = ranked.flatMap((one) => (one === base ? [] : one.draft));
    const lists = others.map(({ list }) => list);
    const corrected = settleReceipt(electTotals(base.draft, others), (list) =>
      gatherEvidence(list, lists),
    );
    const together = weighed(base, corrected, alone);
    return isAsRead(base.receipt) ? [together, base] : [together];
  });
  // Of equals the corrected one, whose names were voted on.
  const best = candidates.reduce<Candidate | undefined>(
    (winner, one) => (winner === undefined || one.strength > winner.strength ? one : winner),
    undefined,
  );
  if (best === undefined) {
    throw new PermanentError('no-reading', 'there is no reading to parse');
  }
  const receipt = markReadByModel(electHeading(best.receipt, ranked), best.reading);
  return { receipt, reading: best.reading };
}

/** A receipt that one of the readings makes, alone or corrected by the others. */
interface Candidate extends ReadAlone {
  readonly strength: number;
}

/** A reading voted letter by letter is worth a line more. */
function weighed(
  { reading, draft }: ReadAlone,
  receipt: ParsedReceipt,
  alone: readonly ParsedReceipt[],
): Candidate {
  return { reading, draft, receipt, strength: strength(receipt, alone) + 2 * draft.list.weight };
}

/** What one reading had to edit to make its sums agree, the others have a say in. */
function isAsRead({ items, repairs }: ParsedReceipt): boolean {
  return repairs === undefined && items.every((item) => item.repairs === undefined);
}
