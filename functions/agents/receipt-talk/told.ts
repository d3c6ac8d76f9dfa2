import type { Locale } from '#shared/context/locale.ts';
import { toMoney } from '#shared/money/money.ts';
import type { ToldLine, ToldReceipt } from '#shared/notices/receipt-fact.ts';
import type { ReceiptTalkData } from '#shared/orchestration/agents/receipt-talk-data.ts';
import type { Citation } from '#shared/orchestration/contract/citation.ts';
import { receiptLabel } from '#shared/receipts/records/receipt-label.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';

type Row = RecentReceipt['row'];

/** By its chain where that is known: tills print whole company names. */
export function shopOf({ chain, merchant_name }: Row): string | null {
  return chain ?? merchant_name;
}

export function labelOf(row: Row) {
  return { shop: shopOf(row), day: row.purchased_on };
}

export function toldReceipt(row: Row): ToldReceipt {
  return {
    label: labelOf(row),
    total: row.total_minor === null ? null : toMoney(row.total_minor, row.currency),
    needsReview: row.status === 'needs-review',
    isDuplicate: row.duplicate_of !== null,
  };
}

/** As it was printed: a person looks for it on the paper. */
export function toldLine(item: ItemRow, { currency }: Row): ToldLine {
  return {
    name: item.product_name === null ? item.name : `${item.name} (${item.product_name})`,
    quantity: quantityOf(item),
    net: toMoney(item.net_minor, currency),
  };
}

/** `numeric` keeps its trailing zeros. */
export function quantityOf({ quantity, unit }: ItemRow) {
  return { value: String(Number(quantity)), unit };
}

export function differenceOf({ balance_difference_minor: difference, currency }: Row) {
  return difference === null ? null : toMoney(difference, currency);
}

export function shownReceipt({ row, items }: RecentReceipt): ReceiptTalkData['receipt'] {
  return {
    id: row.id,
    uploadId: row.upload_id,
    status: row.status,
    merchant: shopOf(row),
    day: row.purchased_on,
    total: row.total_minor === null ? null : toMoney(row.total_minor, row.currency),
    balance: { ok: row.balance_ok, difference: differenceOf(row) },
    lines: items.map((item) => ({
      id: item.id,
      name: item.name,
      product: item.product_name,
      quantity: quantityOf(item),
      net: toMoney(item.net_minor, row.currency),
      reasons: item.reasons,
    })),
  };
}

export function citationOf({ row }: RecentReceipt, locale: Locale): Citation {
  return { kind: 'receipt', id: row.id, title: receiptLabel(labelOf(row), locale) };
}
