import type { DraftItem } from '#shared/receipts/model/draft.ts';
import { isConsistent } from './item-choices.ts';

/** How sure we are of a line, 0 … 1: the reading's own certainty, arithmetic that agrees, repairs. */
export function lineConfidence(item: DraftItem, balanced: boolean): number {
  let sure = 0.5 + 0.5 * item.confidence;
  if (item.unitPrice !== null && isConsistent(item)) sure = Math.max(sure, 0.9);
  // Sums of a whole receipt do not agree by chance.
  if (balanced) sure = Math.max(sure, 0.85);
  if (item.reasons.has('repaired')) sure = Math.min(sure, 0.7);
  if (item.reasons.has('quantity-times-price')) sure = Math.min(sure, 0.4);
  if (item.reasons.has('discount-unassigned')) sure = Math.min(sure, 0.75);
  if (item.reasons.has('low-confidence')) sure = Math.min(sure, 0.5);
  return Math.round(sure * 100) / 100;
}
