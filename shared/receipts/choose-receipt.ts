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

function complete(best: ParsedReceipt, others: readonly ParsedReceipt[]): ParsedReceipt {
  const date = best.date ?? others.find((other) => other.date !== null)?.date ?? null;
  const nip =
    best.merchant.nip ?? others.find((other) => other.merchant.nip !== null)?.merchant.nip ?? null;
  const reasons = best.reasons.filter(
    (reason) =>
      !(reason === 'no-date' && date !== null) && !(reason === 'nip-checksum' && nip !== null),
  );
  return {
    ...best,
    merchant: {
      ...best.merchant,
      nip,
      chain:
        best.merchant.chain ??
        others.find((other) => other.merchant.chain !== null)?.merchant.chain ??
        null,
    },
    date,
    time: best.time ?? others.find((other) => other.time !== null)?.time ?? null,
    receiptNumber:
      best.receiptNumber ??
      others.find((other) => other.receiptNumber !== null)?.receiptNumber ??
      null,
    reasons,
  };
}
