import Table from 'cli-table3';
import type { Lot } from '#shared/pantry/lot.ts';
import type { Receipt } from '#shared/receipts/records/receipt-schema.ts';

/** A receipt and what it put into the pantry, as text for a terminal. */
export function receiptTable(receipt: Receipt, lots: readonly Lot[]): string {
  return [heading(receipt), items(receipt, lots), totals(receipt), verdict(receipt, lots)].join(
    '\n',
  );
}

function heading({ merchant, purchasedAt, receiptNumber }: Receipt): string {
  const name = [merchant.chain, merchant.name].filter((part) => part !== null).join(' · ');
  return [
    `Shop      ${name === '' ? 'not read' : name}`,
    `NIP       ${merchant.nip ?? 'not read'}`,
    `Date      ${purchasedAt?.replace('T', ' ').slice(0, 16) ?? 'not read'}`,
    `Receipt   ${receiptNumber ?? 'not read'}`,
  ].join('\n');
}

function items(receipt: Receipt, lots: readonly Lot[]): string {
  const table = new Table({
    head: [
      '#',
      'Item',
      'Quantity',
      'Price',
      'Discount',
      'Value',
      'PTU',
      'Pantry',
      'Expires',
      'Look at',
    ],
    colAligns: [
      'right',
      'left',
      'right',
      'right',
      'right',
      'right',
      'center',
      'left',
      'left',
      'left',
    ],
    style: { head: [], border: [], compact: true },
  });
  for (const item of receipt.items) {
    const lot = lots.find(({ receiptItemId }) => receiptItemId === item.id);
    table.push([
      item.line,
      item.name,
      `${item.quantity.value} ${item.quantity.unit}`,
      item.unitPrice.amount,
      Number(item.discount.amount) === 0 ? '' : `-${item.discount.amount}`,
      item.net.amount,
      item.vat ?? '?',
      lot === undefined ? '–' : `${lot.product.name} (${lot.location})`,
      lot?.expires == null ? '' : `${lot.expires.date} ${lot.expires.kind}, ${lot.expires.source}`,
      item.reasons.join(', '),
    ]);
  }
  return table.toString();
}

function totals({ deposits, taxes, total, currency, payment }: Receipt): string {
  return [
    ...deposits.map(
      ({ name, amount }) => `Deposit   ${amount.amount} ${amount.currency} (${name})`,
    ),
    ...taxes.map(({ letter, rate, amount }) => {
      const per = rate === null ? '' : ` ${rate} %`;
      return `PTU ${letter}     ${amount?.amount ?? 'not read'}${per}`;
    }),
    `Total     ${total === null ? 'not read' : `${total.amount} ${currency}`}`,
    `Paid      ${payment ?? 'not read'}`,
  ].join('\n');
}

function verdict({ balance, status, items }: Receipt, lots: readonly Lot[]): string {
  const sums = balance.ok
    ? 'It balances: items less discounts plus deposits make the total.'
    : balance.difference === null
      ? 'It cannot be balanced: no total was read.'
      : `It does not balance: ${balance.difference.amount} ${balance.difference.currency} too much or too little.`;
  const next =
    status === 'done'
      ? `${lots.length} of ${items.length} items went to the pantry.`
      : 'Nothing went to the pantry yet: look at the lines marked above, correct them and confirm.';
  return `${sums}\n${next}`;
}
