import type { DraftItem, DraftList } from './draft.ts';
import { similarity } from './fold.ts';
import { nameBefore, type PrintedLine } from './printed-line.ts';

/**
 * A void takes out the item it repeats: the nearest above with the same value, named alike if it
 * names one; or so many pieces of an item with the same price. What it repeats nowhere is taken off
 * the sum like a discount.
 */
export function addVoid(list: DraftList, line: PrintedLine): void {
  const value = line.multiplication?.value?.amount ?? line.tail?.amount;
  if (value === undefined) return;
  const name = nameBefore(line).replace(/^(?:STORNO|ANUL\p{L}*|ZWROT|VOID)\s*/iu, '');
  const named = (item: DraftItem) => name === '' || similarity(item.name, name) >= 0.5;
  const index = list.items.findLastIndex((item) => item.gross === value && named(item));
  if (index >= 0 && list.discounts.every(({ above }) => above !== list.items[index])) {
    list.items.splice(index, 1);
    return;
  }
  const quantity = line.multiplication?.quantityMilli ?? 0;
  const part = list.items.findLast(
    (item) =>
      named(item) &&
      item.unitPrice === line.multiplication?.unitPrice &&
      item.quantityMilli > quantity &&
      item.gross > value,
  );
  if (part !== undefined && quantity > 0) {
    part.quantityMilli -= quantity;
    part.gross -= value;
    return;
  }
  const vat = line.tail?.letter ?? null;
  list.discounts.push({ amount: value, label: name, vat, above: null, after: null, item: null });
}
