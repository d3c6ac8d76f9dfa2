import { lineValue } from './amount.ts';
import type { DraftList } from './draft.ts';
import { itemName } from './item-name.ts';
import type { PrintedLine } from './printed-line.ts';

/** A deposit is no item. @param sign −1 below a heading of returned ones, which are paid back */
export function addDeposit(list: DraftList, line: PrintedLine, sign: 1 | -1): void {
  const { multiplication, tail, text } = line;
  const value = multiplication?.value ?? tail;
  const product =
    multiplication && lineValue(multiplication.quantityMilli, multiplication.unitPrice);
  const amount = value?.amount ?? product;
  if (amount === null || amount === undefined || amount === 0) return;
  const name = itemName(multiplication?.before ?? tail?.before ?? text);
  const back = sign === -1 || value?.negative || paysBack(text);
  list.deposits.push({ name, amount: back ? -amount : amount, vat: value?.letter ?? null });
}

/** Whether a line speaks of deposits paid back. `OPAKOWANIA ZWROTNE` are those that can be. */
export function paysBack(text: string): boolean {
  return /^\P{L}{0,6}zwrot\s|przyj|zwr[oó]con|oddan|leergut/iu.test(text);
}
