import { type Money, toMoney } from '#shared/money/money.ts';
import type { LineCorrection } from '#shared/orchestration/agents/receipt-talk-state.ts';
import type { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';
import type { ChangedLine, ReceiptDiff } from '#shared/proposals/schemas/receipts.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import type { ItemChange, ReceiptChange } from '#shared/receipts/records/receipt-schema.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import type { Correction } from './read-corrections.ts';
import { labelOf, quantityOf, shopOf } from './told.ts';

/** Corrections of which is clear what they mean; `line` has exactly one line. */
export type ClearCorrection =
  | Exclude<Correction, { of: 'wrong-line' }>
  | { readonly of: 'confirm' };

type Row = RecentReceipt['row'];

/** The proposal that makes the corrections; undefined when all of it is so already. */
export function planChange(
  { row, items }: RecentReceipt,
  corrections: readonly ClearCorrection[],
): Extract<ProposalPayload, { kind: 'receipt-change' }> | undefined {
  const change: ReceiptChange = {};
  const lines: ReceiptDiff['lines'] = [];
  const diff = { merchant: null, date: null, total: null } as Pick<
    ReceiptDiff,
    'merchant' | 'date' | 'total'
  >;
  for (const one of corrections) {
    switch (one.of) {
      case 'day':
        if (one.day === row.purchased_on) break;
        change.date = one.day;
        diff.date = { before: row.purchased_on, after: one.day };
        break;
      case 'shop':
        change.merchant = { name: one.name };
        diff.merchant = { before: shopOf(row), after: one.name };
        break;
      case 'total': {
        if (minorOf(one.value) === row.total_minor) break;
        change.total = one.value;
        diff.total = {
          before: money(row.total_minor, row),
          after: { amount: one.value, currency: row.currency },
        };
        break;
      }
      case 'add': {
        change.add = [
          ...(change.add ?? []),
          {
            name: one.name,
            quantity: { value: '1', unit: 'szt' },
            gross: one.price,
            discount: '0.00',
          },
        ];
        const net = { amount: one.price, currency: row.currency };
        lines.push({
          before: null,
          after: { name: one.name, product: null, quantity: { value: '1', unit: 'szt' }, net },
        });
        break;
      }
      case 'confirm':
        change.confirm = true;
        break;
      case 'line': {
        const [item] = one.lines;
        if (item === undefined || !items.includes(item)) break;
        const made = changedItem(item, one, row);
        if (made === undefined) break;
        change.items = [...(change.items ?? []).filter(({ id }) => id !== item.id), made.change];
        lines.push({ before: shownLine(item, row), after: made.after });
        break;
      }
    }
  }
  if (Object.keys(change).length === 0) return undefined;
  const shown = { receiptId: row.id, ...diff, lines, confirms: change.confirm === true };
  return {
    kind: 'receipt-change',
    receiptId: row.id,
    version: row.version,
    label: labelOf(row),
    change,
    shown,
  };
}

function changedItem(
  item: ItemRow,
  {
    correction,
    isEach = false,
  }: { readonly correction: LineCorrection; readonly isEach?: boolean },
  row: Row,
): { readonly change: ItemChange; readonly after: ChangedLine | null } | undefined {
  const { name, price, quantity, remove } = correction;
  const before = shownLine(item, row);
  if (remove) return { change: { id: item.id, remove }, after: null };
  if (name !== undefined) {
    if (name === item.product_name) return undefined;
    return { change: { id: item.id, product: { name } }, after: { ...before, product: name } };
  }
  if (quantity !== undefined)
    return { change: { id: item.id, quantity }, after: { ...before, quantity } };
  const said = minorOf(price);
  if (said === undefined || said === null) return undefined;
  // What is printed is the value before the discount.
  const net = isEach ? Math.round(said * Number(item.quantity)) : said;
  if (net === item.net_minor) return undefined;
  const gross = toMoney(net + item.discount_minor).amount;
  return { change: { id: item.id, gross }, after: { ...before, net: toMoney(net, row.currency) } };
}

function shownLine(item: ItemRow, { currency }: Row): ChangedLine {
  return {
    name: item.name,
    product: item.product_name,
    quantity: quantityOf(item),
    net: toMoney(item.net_minor, currency),
  };
}

function money(minor: number | null, { currency }: Row): Money | null {
  return minor === null ? null : toMoney(minor, currency);
}
