import type { Minor } from '#shared/money/money.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { DraftItem, DraftList } from '#shared/receipts/model/draft.ts';
import type { PrintedLine } from './printed-line.ts';
import type { ListState } from './read-list.ts';

/** Two lookalike digits, or a comma, at most; more is another amount. */
const MAX_MISREAD_COST = 2;

/**
 * An amount standing alone: the value of the item above, the price after the discount above, or a
 * second print of either. Whatever is none of these stays unexplained, so that the receipt cannot
 * balance without it.
 */
export function assignBareAmount(state: ListState, line: PrintedLine, amount: Minor): void {
  const { list, percent } = state;
  const item = list.items.at(-1);
  state.percent = null;
  if (item === undefined) {
    list.unexplained.push(amount);
  } else if (percent !== null && amount < item.gross) {
    const discount = { amount: item.gross - amount, label: '', vat: item.vat, above: item };
    list.discounts.push({ ...discount, percent, after: null, item: null });
  } else if (!item.valueRead) {
    Object.assign(item, { gross: amount, valueRead: true, lines: [...item.lines, line.at] });
    item.vat ??= line.trailing?.letter ?? null;
    item.reasons.delete('low-confidence');
  } else if (!isPrintedAgain(list, item, amount)) {
    list.unexplained.push(amount);
  }
}

function isPrintedAgain(list: DraftList, item: DraftItem, amount: Minor): boolean {
  const own = list.discounts.filter(({ above }) => above === item);
  const net = item.gross - own.reduce((sum, discount) => sum + discount.amount, 0);
  const last = own.at(-1);
  if (last !== undefined) last.after = amount;
  return [net, item.gross, item.unitPrice].some(
    (known) => known !== null && misreadCost(amount, known) <= MAX_MISREAD_COST,
  );
}
