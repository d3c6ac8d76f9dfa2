import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Reading } from '#shared/reading/reading.ts';
import { electHeading } from './elect-heading.ts';
import { electTotals } from './elect-totals.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { latestDay } from './parse-receipt.ts';
import { readDraft } from './read-draft.ts';
import type { ParsedReceipt } from './receipt.ts';
import { settleReceipt } from './settle-receipt.ts';
import { strength } from './strength.ts';

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
  const drafts = readings.map((reading) => readDraft(reading, latestDay(today)));
  const alone = drafts.map((draft) => settleReceipt(draft));
  const ranked = alone
    .map((receipt, at) => ({ receipt, at, strength: strength(receipt, alone) + weightOf(at) }))
    .sort((a, b) => b.strength - a.strength || confidence(b.at) - confidence(a.at));
  /** A reading voted letter by letter is worth a line more. */
  function weightOf(at: number): number {
    return 2 * (drafts[at]?.list.weight ?? 1);
  }
  function confidence(at: number): number {
    return readings[at]?.confidence ?? 0;
  }
  const candidates = ranked.slice(0, MOST_BASES).flatMap((base) => {
    const draft = drafts[base.at];
    if (draft === undefined || drafts.length === 1) return [base];
    const others = ranked.flatMap(({ at }) => (at === base.at ? [] : (drafts[at] ?? [])));
    const lists = others.map(({ list }) => list);
    const receipt = settleReceipt(electTotals(draft, others), (list) =>
      gatherEvidence(list, lists),
    );
    return [{ receipt, at: base.at, strength: strength(receipt, alone) + weightOf(base.at) }, base];
  });
  // Of equals the corrected one, whose names were voted on.
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (winner, one) => (winner === undefined || one.strength > winner.strength ? one : winner),
    undefined,
  );
  const reading = best && readings[best.at];
  if (best === undefined || reading === undefined) {
    throw new PermanentError('no-reading', 'there is no reading to parse');
  }
  const order = ranked.flatMap(({ at, receipt }) => {
    const draft = drafts[at];
    return draft === undefined ? [] : [{ draft, receipt }];
  });
  return { receipt: electHeading(best.receipt, order), reading };
}
