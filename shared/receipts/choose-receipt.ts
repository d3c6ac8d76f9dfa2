import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Reading } from '#shared/reading/reading.ts';
import { lineValue } from './amount.ts';
import { parseReceipt } from './parse-receipt.ts';
import type { ParsedReceipt } from './receipt.ts';

export interface ChosenReceipt {
  readonly receipt: ParsedReceipt;
  readonly reading: Reading;
}

/** A balanced receipt beats every other, whatever else speaks for that one. */
const BALANCED = 1000;

/** How strongly the printed numbers agree with one another. */
export function strength(receipt: ParsedReceipt): number {
  let score = receipt.balance.ok ? BALANCED : 0;
  if (receipt.total !== null) score += 20;
  if (receipt.taxes.length > 0 && !receipt.reasons.includes('tax-table')) score += 20;
  if (!receipt.reasons.includes('repaired')) score += 10;
  if (receipt.date !== null) score += 5;
  if (receipt.merchant.nip !== null) score += 5;
  for (const item of receipt.items) {
    score += 2 + item.confidence;
    if (lineValue(item.quantityMilli, item.unitPrice) === item.gross) score += 2;
    if (item.vat !== null) score += 1;
  }
  return score;
}

/**
 * Parses every candidate and keeps the one whose arithmetic holds best; heading fields it lacks
 * come from the next best. Throws PermanentError when there is no reading at all.
 */
export function chooseReceipt(readings: readonly Reading[]): ChosenReceipt {
  const ranked = readings
    .map((reading) => ({ reading, receipt: parseReceipt(reading) }))
    .map((candidate) => ({ ...candidate, strength: strength(candidate.receipt) }))
    .sort((a, b) => b.strength - a.strength || b.reading.confidence - a.reading.confidence);
  const best = ranked[0];
  if (best === undefined) throw new PermanentError('no-reading', 'there is no reading to parse');
  return {
    receipt: complete(
      best.receipt,
      ranked.map(({ receipt }) => receipt),
    ),
    reading: best.reading,
  };
}

/** Heading fields are not checked by arithmetic, so the readings vote; on a tie the better reading has its way. */
function complete(best: ParsedReceipt, ranked: readonly ParsedReceipt[]): ParsedReceipt {
  const date = vote(ranked.map((receipt) => receipt.date));
  const nip = vote(ranked.map((receipt) => receipt.merchant.nip));
  const chain = vote(ranked.map((receipt) => receipt.merchant.chain));
  const reasons = best.reasons.filter(
    (reason) =>
      !(reason === 'no-date' && date !== null) && !(reason === 'nip-checksum' && nip !== null),
  );
  return {
    ...best,
    merchant: { ...best.merchant, nip, chain },
    date,
    time: vote(ranked.map((receipt) => receipt.time)),
    receiptNumber: vote(ranked.map((receipt) => receipt.receiptNumber)),
    payment: best.payment ?? ranked.find(({ payment }) => payment !== null)?.payment ?? null,
    reasons,
  };
}

function vote(values: readonly (string | null)[]): string | null {
  const votes = new Map<string, number>();
  for (const value of values) if (value !== null) votes.set(value, (votes.get(value) ?? 0) + 1);
  let winner: string | null = null;
  for (const [value, count] of votes) {
    if (winner === null || count > (votes.get(winner) ?? 0)) winner = value;
  }
  return winner;
}
