import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import { reconcileReceipt } from '#shared/receipts/balance/reconcile-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { gatherEvidence } from '#shared/receipts/vote/gather-evidence.ts';
import { voteHeading } from '#shared/receipts/vote/heading-vote.ts';
import { voteTotals } from '#shared/receipts/vote/totals-vote.ts';
import { latestDay } from './latest-day.ts';
import { type ParsedReading, parseReading } from './parse-reading.ts';
import { markReadByModel } from './read-by-model.ts';
import { receiptScore } from './receipt-score.ts';

export interface ChosenReceipt {
  readonly receipt: ParsedReceipt;
  /** The reading its lines stand in; single lines may come from others. */
  readonly reading: Reading;
}

/** Readings that are tried as the one the others correct; the rest only vote. */
const MAX_BASES = 3;

/**
 * Reads the receipt out of several readings of one paper: the one whose arithmetic holds best,
 * corrected by what the others saw on the same lines. What no arithmetic checks (names, letters,
 * date, NIP) is decided by vote. Throws PermanentError when there is no reading at all.
 */
export function chooseReceipt(
  readings: readonly Reading[],
  today: Date = new Date(),
): ChosenReceipt {
  const latest = latestDay(today);
  const parsed = readings.map((reading) => parseReading(reading, latest));
  const receipts = parsed.map(({ receipt }) => receipt);
  const ranked = parsed
    .map((one) => scored(one, one.receipt, receipts))
    .sort((a, b) => b.score - a.score || b.reading.confidence - a.reading.confidence);
  const candidates = ranked.slice(0, MAX_BASES).flatMap((base) => {
    if (ranked.length === 1) return [base];
    const others = ranked.flatMap((one) => (one === base ? [] : one.draft));
    const lists = others.map(({ list }) => list);
    const corrected = reconcileReceipt(voteTotals(base.draft, others), (list) =>
      gatherEvidence(list, lists),
    );
    const together = scored(base, corrected, receipts);
    return isUncorrected(base.receipt) ? [together, base] : [together];
  });
  // Of equals the corrected one, whose names were voted on.
  const best = candidates.reduce<Candidate | undefined>(
    (winner, one) => (winner === undefined || one.score > winner.score ? one : winner),
    undefined,
  );
  if (best === undefined) {
    throw new PermanentError('no-reading', 'there is no reading to parse');
  }
  const receipt = markReadByModel(voteHeading(best.receipt, ranked), best.reading);
  return { receipt, reading: best.reading };
}

/** A receipt that one of the readings makes, alone or corrected by the others. */
interface Candidate extends ParsedReading {
  readonly score: number;
}

/** A reading voted letter by letter is worth a line more. */
function scored(
  { reading, draft }: ParsedReading,
  receipt: ParsedReceipt,
  alone: readonly ParsedReceipt[],
): Candidate {
  return { reading, draft, receipt, score: receiptScore(receipt, alone) + 2 * draft.list.weight };
}

/** Corrections that one reading needed are left to the vote of the others. */
function isUncorrected({ items, repairs }: ParsedReceipt): boolean {
  return repairs === undefined && items.every((item) => item.repairs === undefined);
}
