import { toMoney } from '#shared/money/money.ts';
import { nameFacts } from '#shared/products/name-facts.ts';
import { localInstant } from '#shared/receipts/fields/local-instant.ts';
import type { Receipt } from './receipt-schema.ts';
import type { ItemRow, ReceiptRow } from './receipt-store.ts';

/** A receipt as lists show it. */
export function showSummary(row: ReceiptRow) {
  const money = (minor: number | null) => (minor === null ? null : toMoney(minor, row.currency));
  return {
    id: row.id,
    status: row.status,
    merchant: { name: row.merchant_name, chain: row.chain, nip: row.nip, address: row.address },
    purchasedAt: localInstant(row.purchased_on, row.purchased_time, row.zone),
    total: money(row.total_minor),
    balance: { ok: row.balance_ok, difference: money(row.balance_difference_minor) },
    uploadId: row.upload_id,
  };
}

/** A receipt in full. @param imageUrl a link that expires */
export function showReceipt(row: ReceiptRow, items: readonly ItemRow[], imageUrl: string): Receipt {
  const money = (minor: number) => toMoney(minor, row.currency);
  return {
    ...showSummary(row),
    receiptNumber: row.receipt_number,
    currency: row.currency,
    items: items.map((item) => showItem(item, row.currency)),
    deposits: row.deposits.map(({ name, amount }) => ({ name, amount: money(amount) })),
    taxes: row.taxes.map(({ letter, rate, tax }) => ({
      letter,
      rate,
      amount: tax === null ? null : money(tax),
    })),
    payment: row.payment,
    reasons: row.reasons,
    reading: { engine: row.engine, variant: row.variant, text: row.reading_text },
    image: { url: imageUrl },
    duplicateOf: row.duplicate_of,
    stockedAt: row.stocked_at?.toISOString() ?? null,
  };
}

/** A line as the API shows it. @param currency ISO 4217 */
export function showItem(item: ItemRow, currency: string): Receipt['items'][number] {
  const money = (minor: number) => toMoney(minor, currency);
  return {
    id: item.id,
    line: item.line,
    name: item.name,
    product: item.product_name === null ? null : { id: item.product_key, name: item.product_name },
    category: item.category,
    printed: nameFacts(item.printed_name ?? item.name),
    kind: item.kind,
    // `numeric` keeps its trailing zeros.
    quantity: { value: String(Number(item.quantity)), unit: item.unit },
    unitPrice: money(item.unit_price_minor),
    gross: money(item.gross_minor),
    discount: money(item.discount_minor),
    net: money(item.net_minor),
    vat: item.vat,
    confidence: item.confidence,
    reasons: item.reasons,
    repairs: item.repairs.map(({ field, read, now }) => ({ field, read, now })),
  };
}
