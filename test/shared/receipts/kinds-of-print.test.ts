import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatMinor } from '#shared/money/money.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { receiptOf } from './text-reading.ts';

/** The texts of the file, each with the lines of what is right. */
const cases = readFileSync('test/data/receipt-kinds.txt', 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [text = '', right = ''] = block.split(/^---\n/m);
    const [title = '', ...printed] = text.trimEnd().split('\n');
    return { title, text: printed.join('\n'), right: right.trim().split('\n') };
  });

/** The same lines of what was read, as far as the case names them. */
function shown(receipt: ParsedReceipt, right: readonly string[]): string[] {
  const named = (what: string) => right.some((line) => line.split(' ')[0] === what);
  const { items, deposits, total, date, time, reasons, balance } = receipt;
  return [
    ...items.map(
      ({ name, quantityMilli, unit, net }) =>
        `${name} | ${quantityMilli / 1000} ${unit} | ${formatMinor(net)}`,
    ),
    ...deposits.map(({ name, amount }) => `deposit ${name} ${formatMinor(amount)}`),
    ...(named('letters') ? [`letters ${items.map(({ vat }) => vat ?? '-').join(' ')}`] : []),
    ...(named('total') ? [`total ${total === null ? 'none' : formatMinor(total)}`] : []),
    ...(named('date') ? [`date ${date ?? 'none'}`] : []),
    ...(named('time') ? [`time ${time ?? 'none'}`] : []),
    ...(named('sure') && !reasons.includes('discount-unassigned') ? ['sure'] : []),
    ...(balance.ok ? [] : ['does not balance']),
  ];
}

describe('reads', () => {
  test.each(cases)('$title', ({ text, right }) => {
    expect(shown(receiptOf(text, new Date('2026-11-28')), right)).toEqual(right);
  });
});
