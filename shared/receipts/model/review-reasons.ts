import type { ParsedReceipt, Reason } from './receipt.ts';

/** A line less sure than this is shown to a person before it reaches the pantry. */
const SURE_ENOUGH = 0.6;
/** Notes that a person may look at but need not: the arithmetic holds all the same. */
const NOTES: ReadonlySet<Reason> = new Set([
  'repaired',
  'nip-checksum',
  'unknown-product',
  'discount-unassigned',
  'read-by-model',
]);

/** Why a person should look before the goods enter the pantry; none means `done`. */
export function reviewReasons(receipt: ParsedReceipt): Reason[] {
  const reasons = new Set(receipt.reasons.filter((reason) => !NOTES.has(reason)));
  if (!receipt.balance.ok && receipt.total !== null) reasons.add('does-not-balance');
  if (receipt.items.some((item) => item.confidence < SURE_ENOUGH)) reasons.add('low-confidence');
  return [...reasons];
}

/** Shown all the same when somebody reviews: food that nobody knows, and what a model read. */
const WORTH_A_LOOK: ReadonlySet<string> = new Set(['unknown-product', 'read-by-model']);

/** Whether a saved line is one to look at: an unsure one, or one that is worth a look. */
export function isDoubtful(line: {
  readonly confidence: number;
  readonly reasons: readonly string[];
}): boolean {
  const blocking = line.reasons.some((reason) => WORTH_A_LOOK.has(reason) || !isNote(reason));
  return blocking || line.confidence < SURE_ENOUGH;
}

function isNote(reason: string): boolean {
  return [...NOTES].some((note) => note === reason);
}
