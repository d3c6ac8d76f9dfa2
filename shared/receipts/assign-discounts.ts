import type { DraftDiscount, DraftItem, DraftList } from './draft.ts';
import { similarity } from './fold.ts';

/** Names are cut and misread by tills and cameras; four pairs of letters in ten in common is the same thing. */
const SAME_NAME = 0.4;
/** Names of loyalty programmes stand before the goods they lower. */
const PROGRAMME = /^(?:KLUB|KARTA|APLIKACJA|LOJALN\w*)\s+/i;

/**
 * Folds each discount into an item: the one it names, else the one above it under the same PTU letter,
 * else the first under its letter without a discount. A guess is marked `discount-unassigned`.
 */
export function assignDiscounts(list: DraftList): void {
  const unnamed: DraftDiscount[] = [];
  for (const discount of list.discounts) {
    const named = byName(list.items, discount);
    if (named === undefined) unnamed.push(discount);
    else fold(named, discount);
  }
  for (const discount of unnamed) {
    if (discount.above !== null && fits(discount.above, discount)) {
      fold(discount.above, discount);
      continue;
    }
    const candidates = list.items.filter((item) => fits(item, discount));
    const item =
      candidates.find((candidate) => candidate.discount === 0) ??
      candidates[0] ??
      list.items.at(-1);
    if (item === undefined) continue;
    fold(item, discount);
    item.reasons.add('discount-unassigned');
  }
}

function fold(item: DraftItem, discount: DraftDiscount): void {
  item.discount += discount.amount;
  discount.item = item;
}

function fits(item: DraftItem, discount: DraftDiscount): boolean {
  if (item.gross - item.discount < discount.amount) return false;
  return discount.vat === null || item.vat === null || item.vat === discount.vat;
}

function byName(items: readonly DraftItem[], discount: DraftDiscount): DraftItem | undefined {
  let best: DraftItem | undefined;
  let bestScore = SAME_NAME;
  const label = discount.label.replace(PROGRAMME, '');
  for (const item of items) {
    if (item.gross - item.discount < discount.amount) continue;
    const score = similarity(item.name, label) + (item === discount.above ? 0.05 : 0);
    if (score > bestScore) [best, bestScore] = [item, score];
  }
  return best;
}
