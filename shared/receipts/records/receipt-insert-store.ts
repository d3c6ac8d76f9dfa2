import type { ClientBase } from 'pg';
import { decimal } from '#shared/quantities/stock-quantity.ts';
import type { MatchedFile } from '#shared/receipts/matching/receipt-matching.ts';
import { findDuplicate } from './duplicate-store.ts';

/** Adds a receipt unless this upload has one. @returns its id, nothing when there was one */
export async function insertReceipt(
  client: ClientBase,
  householdId: string,
  uploadId: string,
  { receipt, reading }: MatchedFile,
  status: 'done' | 'needs-review',
): Promise<string | undefined> {
  const { merchant, balance } = receipt;
  const duplicateOf = await findDuplicate(client, householdId, {
    ...receipt,
    nip: merchant.nip,
  });
  const { rows } = await client.query<{ id: string }>(
    `insert into receipts
       (household_id, upload_id, status, merchant_name, chain, nip, address, purchased_on,
        purchased_time, receipt_number, currency, total_minor, payment, deposits, taxes, balance_ok,
        balance_difference_minor, reasons, engine, variant, reading_text, duplicate_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22)
     on conflict (upload_id) do nothing returning id`,
    [
      householdId,
      uploadId,
      status,
      merchant.name,
      merchant.chain,
      merchant.nip,
      merchant.address,
      receipt.date,
      receipt.time,
      receipt.receiptNumber,
      receipt.currency,
      receipt.total,
      receipt.payment,
      JSON.stringify(receipt.deposits),
      JSON.stringify(receipt.taxes),
      balance.ok,
      balance.difference,
      receipt.reasons,
      reading.engine,
      reading.variant,
      reading.text,
      duplicateOf,
    ],
  );
  return rows[0]?.id;
}

/** All items in one statement; one at a time a long receipt took 33 times as long. */
export async function insertItems(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  { items, places }: Pick<MatchedFile, 'items' | 'places'>,
): Promise<void> {
  const rows = items.map((item, at) => ({
    line: item.line,
    name: item.name,
    product_key: item.productKey,
    product_name: item.productName,
    category: item.category,
    kind: item.kind,
    quantity: decimal(BigInt(item.quantityMilli), 3),
    unit: item.unit,
    package_value: item.pack?.value ?? null,
    package_unit: item.pack?.unit ?? null,
    unit_price_minor: item.unitPrice,
    gross_minor: item.gross,
    discount_minor: item.discount,
    net_minor: item.net,
    vat: item.vat,
    confidence: item.confidence,
    reasons: item.reasons,
    repairs: item.repairs ?? [],
    place: places[at] ?? null,
    meanings: item.meanings ?? [],
  }));
  await client.query(
    `insert into receipt_items
       (household_id, receipt_id, line, name, product_key, product_name, category, kind, quantity,
        unit, package_value, package_unit, unit_price_minor, gross_minor, discount_minor, net_minor,
        vat, confidence, reasons, repairs, place, meanings)
     select $1, $2, line, name, product_key, product_name, category, kind, quantity, unit,
       package_value, package_unit, unit_price_minor, gross_minor, discount_minor, net_minor, vat,
       confidence, reasons, repairs, place, meanings
     from jsonb_to_recordset($3) as item
       (line int, name text, product_key text, product_name text, category text, kind text,
        quantity numeric, unit text, package_value numeric, package_unit text, unit_price_minor int,
        gross_minor int, discount_minor int, net_minor int, vat text, confidence real,
        reasons text[], repairs jsonb, place jsonb, meanings jsonb)`,
    [householdId, receiptId, JSON.stringify(rows)],
  );
}
