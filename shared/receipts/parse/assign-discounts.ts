import { ocrSkeleton, similarity } from '#shared/language/ocr-skeleton.ts';
import type { DraftDiscount, DraftItem, DraftList } from '#shared/receipts/model/draft.ts';

/** Names are cut and misread by tills and cameras; four pairs of letters in ten in common is the same thing. */
const SAME_NAME = 0.4;
/** Of near ties the item directly above, and one without a discount, is likelier. */
const NEAR = 0.03;
/** Names of loyalty programmes stand before the items they lower. */
const PROGRAMME = /^(?:KLUB|KARTA|APLIKACJA|LOJALN\w*)\s+/i;

/**
 * Folds each discount into an item: the one whose price after it is printed, else the one it names, else
 * the one above it under the same PTU letter, else the first under its letter that its per cent fits, or
 * without a discount. A guess is marked `discount-unassigned`.
 */
export function assignDiscounts(list: DraftList): void {
  const unnamed: DraftDiscount[] = [];
  for (const discount of list.discounts) {
    const item = byPriceAfter(list.items, discount) ?? byName(list.items, discount);
    if (item === undefined) unnamed.push(discount);
    else foldInto(item, discount);
  }
  for (const discount of unnamed) {
    const { above } = discount;
    const able = list.items.filter((item) => item.gross - item.discount >= discount.amount);
    const fits = able.filter((item) => isSameLetter(item, discount));
    if (
      above !== null &&
      able.includes(above) &&
      (fits.includes(above) || isShare(above, discount))
    ) {
      foldInto(above, discount);
      continue;
    }
    const free = (item: DraftItem) => item.discount === 0;
    const item =
      fits.find((one) => isShare(one, discount)) ?? fits.find(free) ?? fits[0] ?? able[0];
    if (item === undefined) spread(list, discount);
    else foldInto(item, discount);
    item?.reasons.add('discount-unassigned');
  }
}

function isSameLetter(item: DraftItem, discount: DraftDiscount): boolean {
  return discount.vat === null || item.vat === null || item.vat === discount.vat;
}

/** `Rabat 20%`: the amount is that share of the item, to the grosz. */
function isShare(item: DraftItem, { amount, percent }: DraftDiscount): boolean {
  return percent !== null && Math.abs((item.gross * percent) / 100 - amount) <= 1;
}

/** A discount larger than every item is of the whole receipt: each item bears its share. */
function spread(list: DraftList, discount: DraftDiscount): void {
  const bearing = list.items.filter((item) => item.gross > item.discount);
  const worth = bearing.reduce((sum, item) => sum + item.gross - item.discount, 0);
  let left = Math.min(discount.amount, worth);
  let ahead = worth;
  for (const item of bearing) {
    const net = item.gross - item.discount;
    const share = Math.round((left * net) / ahead);
    item.discount += share;
    item.reasons.add('discount-unassigned');
    left -= share;
    ahead -= net;
  }
  if (discount.amount > worth) list.unexplained.push(discount.amount - worth);
}

function foldInto(item: DraftItem, discount: DraftDiscount): void {
  item.discount += discount.amount;
  discount.item = item;
}

/** `4,69` below the discount, or `6 ZA 8,34` in it: what is left to pay says whose it is. */
function byPriceAfter(items: readonly DraftItem[], discount: DraftDiscount): DraftItem | undefined {
  const { amount, above, after, label } = discount;
  const left = (item: DraftItem) => item.gross - item.discount - amount;
  if (above !== null && after !== null && left(above) === after) return above;
  const said = label.match(/(?<![\d.,])\d{1,4}[.,]\d\d(?!\d)/g) ?? [];
  const prices = new Set(said.map((price) => Number(price.replace(/\D/g, ''))));
  const fits = items.filter((item) => prices.has(left(item)));
  return fits.length === 1 ? fits[0] : undefined;
}

function byName(items: readonly DraftItem[], discount: DraftDiscount): DraftItem | undefined {
  let best: DraftItem | undefined;
  let bestScore = SAME_NAME;
  const label = discount.label.replace(PROGRAMME, '');
  if (label === '') return undefined;
  for (const item of items) {
    if (item.gross - item.discount < discount.amount) continue;
    // `O-A` printed, `0-A` read: lookalikes tell two varieties of one thing apart.
    const folded = similarity(ocrSkeleton(item.name), ocrSkeleton(label));
    const score =
      (similarity(item.name, label) + folded) / 2 +
      (item === discount.above ? NEAR : 0) -
      (item.discount > 0 ? NEAR : 0);
    if (score > bestScore) [best, bestScore] = [item, score];
  }
  return best;
}
