import type { ParsedReceipt, Reason } from './receipt.ts';

/** A line less sure than this is shown to a person before it reaches the pantry. */
const MIN_CONFIDENCE = 0.6;
/** Notes that need no review: the arithmetic holds all the same. */
const NOTES: ReadonlySet<Reason> = new Set([
  'repaired',
  'nip-checksum',
  'unknown-product',
  'discount-unassigned',
  'read-by-model',
]);

/** Why a person should review before the food enters the pantry; none means `done`. */
export function reviewReasons(receipt: ParsedReceipt): Reason[] {
  const reasons = new Set(receipt.reasons.filter((reason) => !NOTES.has(reason)));
  if (!receipt.balance.ok && receipt.total !== null) reasons.add('does-not-balance');
  if (receipt.items.some((item) => item.confidence < MIN_CONFIDENCE)) reasons.add('low-confidence');
  return [...reasons];
}

/** Notes shown in a review all the same: unknown products, and what a model read. */
const SHOWN_NOTES: ReadonlySet<string> = new Set(['unknown-product', 'read-by-model']);

/** Whether a saved line is shown for review: unsure, or with one of the shown notes. */
export function isDoubtful(line: {
  readonly confidence: number;
  readonly reasons: readonly string[];
}): boolean {
  const blocking = line.reasons.some((reason) => SHOWN_NOTES.has(reason) || !isNote(reason));
  return blocking || line.confidence < MIN_CONFIDENCE;
}

function isNote(reason: string): boolean {
  return [...NOTES].some((note) => note === reason);
}
