import { similarity } from '#shared/language/ocr-skeleton.ts';
import type { Minor } from '#shared/money/money.ts';
import { lineValue } from '#shared/receipts/fields/amount.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { DraftItem, DraftList } from '#shared/receipts/model/draft.ts';
import { nameBefore, type PrintedLine } from './printed-line.ts';

/**
 * A void takes out the item it repeats: the nearest above with the same value, named alike if it
 * names one; or so many pieces of an item with the same price. What it repeats nowhere is taken off
 * the sum like a discount.
 */
export function addVoid(list: DraftList, line: PrintedLine): void {
  const { multiplication, trailing } = line;
  const printed = multiplication?.value?.amount ?? trailing?.amount;
  if (printed === undefined) return;
  const quantity = multiplication?.quantityMilli ?? 0;
  const product = multiplication && lineValue(quantity, multiplication.unitPrice);
  const name = nameBefore(line).replace(/^(?:STORNO|ANUL\p{L}*|ZWROT|VOID)\s*/iu, '');
  const named = (item: DraftItem) => name === '' || similarity(item.name, name) >= 0.5;
  const whole =
    list.items.findLast((item) => named(item) && isOf(item, printed, product)) ??
    list.items.findLast((item) => name !== '' && named(item) && isMisreadOf(item, printed));
  if (whole !== undefined && list.discounts.every(({ above }) => above !== whole)) {
    list.items.splice(list.items.indexOf(whole), 1);
    return;
  }
  const value = product ?? printed;
  const part = list.items.findLast(
    (item) =>
      named(item) &&
      item.unitPrice === multiplication?.unitPrice &&
      item.quantityMilli > quantity &&
      item.gross > value,
  );
  if (part !== undefined && quantity > 0) {
    part.quantityMilli -= quantity;
    part.gross -= value;
    return;
  }
  const vat = trailing?.letter ?? null;
  list.discounts.push({
    amount: printed,
    label: name,
    vat,
    above: null,
    percent: null,
    after: null,
    item: null,
  });
}

function isOf(item: DraftItem, printed: Minor, product: Minor | null): boolean {
  return item.gross === printed || item.gross === product;
}

/** The same name twice and values that differ by a lookalike digit are one line and its void. */
function isMisreadOf(item: DraftItem, printed: Minor): boolean {
  return misreadCost(printed, item.gross) <= 1;
}
