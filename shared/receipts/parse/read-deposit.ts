import { lineValue } from '#shared/receipts/fields/amount.ts';
import { itemName } from '#shared/receipts/fields/item-name.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import type { PrintedLine } from './printed-line.ts';

/** What a heading of deposits means for the lines below it. */
export interface DepositHeading {
  readonly name: string;
  /** −1 where they are paid back. */
  readonly sign: 1 | -1;
  /** Line of the reading, counted from 0. */
  readonly at: number;
}

/** `RAZEM OPAKOWANIA 4,00`, `OPAKOWANIA ZWROTNE SUMA 4,00`: adds up what stands above it. */
const RESTATED = /(?<!\p{L})(?:razem|suma|saldo|[lł][aą]cznie)(?!\p{L})/iu;
const WITHIN = /wydan|pobran|przyj|zwrot|oddan/i;

/** The heading a line is: of deposits, or within them of those charged and those paid back. */
export function depositHeading(
  line: PrintedLine,
  current: DepositHeading | null,
): DepositHeading | null {
  const within = current !== null && line.trailing === null && WITHIN.test(line.text);
  if (line.kind !== 'deposit-heading' && !within) return null;
  return { name: itemName(line.text), sign: paysBack(line.text) ? -1 : 1, at: line.at };
}

/** A deposit is no item. A line of nothing but numbers has its heading's name. */
export function addDeposit(
  list: DraftList,
  line: PrintedLine,
  heading: DepositHeading | null,
): void {
  const { multiplication, trailing, text } = line;
  const value = multiplication === null ? trailing : multiplication.value;
  const product =
    multiplication && lineValue(multiplication.quantityMilli, multiplication.unitPrice);
  const last = list.deposits.at(-1);
  // `2 Stk x 0,25` below what it explains.
  if (multiplication?.value === null && last?.at === line.at - 1) {
    if (Math.abs(last.amount) === product) return;
  }
  const amount = value?.amount ?? product;
  if (amount === null || amount === undefined || amount === 0 || RESTATED.test(text)) return;
  const name = itemName(multiplication?.before ?? trailing?.before ?? text);
  const back = heading?.sign === -1 || value?.negative || paysBack(text);
  list.deposits.push({
    name: /\p{L}/u.test(name) ? name : (heading?.name ?? ''),
    amount: back ? -amount : amount,
    vat: value?.letter ?? null,
    at: line.at,
  });
}

/** Whether a line speaks of deposits paid back. `OPAKOWANIA ZWROTNE` are those that can be. */
function paysBack(text: string): boolean {
  return /^\P{L}{0,6}zwrot(?:\s|$)|przyj|zwr[oó]con|oddan|leergut/iu.test(text);
}
