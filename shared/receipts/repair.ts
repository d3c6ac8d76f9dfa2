import type { Minor } from '#shared/money/money.ts';
import { lineValue } from './amount.ts';
import type { DraftItem } from './draft.ts';

/** More doubtful lines than this is a bad photograph, not a slip; 2^10 combinations take microseconds. */
const MOST_DOUBTFUL = 10;
/** Digits that OCR swaps. */
const SWAPS: readonly string[] = ['08', '69', '35', '56', '58', '17', '38', '06', '27', '49', '14'];

/** Whether a line agrees with itself. */
export function agrees(item: DraftItem): boolean {
  return item.unitPrice === null || lineValue(item.quantityMilli, item.unitPrice) === item.gross;
}

/**
 * Where a line contradicts itself (quantity × price ≠ value) one of its two amounts was misread.
 * Tries both for every such line; takes the choice only when exactly one makes the total true.
 * Failing that, one amount may differ by one confusable digit, again only when the choice is unique.
 * Changes `items` and marks what it changed; returns whether it found one.
 */
export function repair(items: readonly DraftItem[], missing: Minor): boolean {
  const doubtful = items.filter((item) => !agrees(item));
  if (doubtful.length > MOST_DOUBTFUL) return false;
  if (doubtful.length > 0) {
    const fits: number[] = [];
    for (let choice = 0; choice < 2 ** doubtful.length; choice += 1) {
      const change = doubtful.reduce(
        (sum, item, index) => sum + ((choice >> index) & 1 ? difference(item) : 0),
        0,
      );
      if (change === missing) fits.push(choice);
    }
    const only = fits[0];
    if (fits.length === 1 && only !== undefined) {
      for (const [index, item] of doubtful.entries()) settle(item, ((only >> index) & 1) === 1);
      return true;
    }
  }
  return (
    missing !== 0 &&
    doubtful.length <= 1 &&
    repairDigit(doubtful.length === 1 ? doubtful : items, missing)
  );
}

function difference(item: DraftItem): Minor {
  return item.unitPrice === null ? 0 : lineValue(item.quantityMilli, item.unitPrice) - item.gross;
}

function settle(item: DraftItem, priceIsRight: boolean): void {
  if (priceIsRight && item.unitPrice !== null)
    item.gross = lineValue(item.quantityMilli, item.unitPrice);
  else item.unitPrice = Math.round((item.gross * 1000) / item.quantityMilli);
  item.reasons.add('repaired');
}

/** Only for lines without arithmetic of their own, or the one line that contradicts itself. */
function repairDigit(items: readonly DraftItem[], missing: Minor): boolean {
  const fits = items.filter(
    (item) =>
      (item.unitPrice === null || !agrees(item)) && oneSwap(item.gross, item.gross + missing),
  );
  const only = fits[0];
  if (fits.length !== 1 || only === undefined) return false;
  only.gross += missing;
  if (only.unitPrice !== null)
    only.unitPrice = Math.round((only.gross * 1000) / only.quantityMilli);
  only.reasons.add('repaired');
  return true;
}

function oneSwap(from: Minor, to: Minor): boolean {
  const left = String(from).padStart(3, '0');
  const right = String(to).padStart(3, '0');
  if (to <= 0 || left.length !== right.length) return false;
  const changed = [...left].flatMap((digit, index) => {
    const other = right[index] ?? '';
    return digit === other ? [] : [digit < other ? digit + other : other + digit];
  });
  return changed.length === 1 && SWAPS.includes(changed[0] ?? '');
}
