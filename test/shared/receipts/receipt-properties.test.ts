import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMinor } from '#shared/money/money.ts';
import { lineValue } from '#shared/receipts/fields/amount.ts';
import { receiptOf } from './text-reading.ts';

const name = fc.constantFrom(
  'KEFIR',
  'CHLEB RAZOWY',
  'SER GOUDA',
  'POMIDORY',
  'BANANY LUZ',
  'MASŁO EXTRA',
);
const bought = fc.record({
  name,
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((count) => count * 1000),
    fc.integer({ min: 50, max: 3999 }),
  ),
  price: fc.integer({ min: 10, max: 9999 }),
  letter: fc.constantFrom('A', 'B', 'C'),
  below: fc.boolean(),
});
const comma = (minor: number) => formatMinor(minor).replace('.', ',');
const printed = (milli: number) =>
  milli % 1000 === 0 ? String(milli / 1000) : (milli / 1000).toFixed(3).replace('.', ',');

test('reads back what a till prints', () => {
  fc.assert(
    fc.property(fc.array(bought, { minLength: 1, maxLength: 12 }), (goods) => {
      const rows = goods.map((item) => {
        const value = lineValue(item.quantity, item.price);
        const sum = `${printed(item.quantity)} x ${comma(item.price)} ${comma(value)}${item.letter}`;
        return item.below ? `${item.name}\n${sum}` : `${item.name}  ${sum}`;
      });
      const total = goods.reduce((sum, item) => sum + lineValue(item.quantity, item.price), 0);
      const text = ['PARAGON FISKALNY', ...rows, `SUMA PLN ${comma(total)}`].join('\n');
      const receipt = receiptOf(text);
      expect(
        receipt.items.map((item) => [item.name, item.quantityMilli, item.unitPrice, item.vat]),
      ).toEqual(goods.map((item) => [item.name, item.quantity, item.price, item.letter]));
      expect(receipt).toMatchObject({ total, balance: { ok: true, difference: 0 } });
    }),
    { numRuns: 500 },
  );
});

const SAMPLE =
  'LIDL\nNIP 781-18-97-358\n2019-04-03\nPARAGON FISKALNY\nBANANY\n1,86 * 4,99 9,28 B\nKEFIR 1 x 2,00 2,00C\nOPUST -0,50\nKAUCJA 0,50\nSprzed. opod. PTU B 9,28\nKwota B 08,00% 0,69\nSUMA PLN 11,28\nKARTA 11,28';

test('survives anything and never calls a sum right that is not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(SAMPLE.length), fc.string({ maxLength: 6 })), { maxLength: 12 }),
      fc.string({ maxLength: 300 }),
      (edits, noise) => {
        let text = SAMPLE;
        for (const [at, put] of edits) text = text.slice(0, at) + put + text.slice(at + put.length);
        for (const tried of [text, noise, text + noise]) {
          const { items, deposits, total, balance, reasons } = receiptOf(tried);
          const sum = [
            ...items.map((item) => item.net),
            ...deposits.map(({ amount }) => amount),
          ].reduce((whole, part) => whole + part, 0);
          expect(balance.difference).toBe(total === null ? null : sum - total);
          const agrees = total !== null && items.length > 0 && sum === total;
          expect(balance.ok).toBe(agrees && !reasons.includes('amount-unexplained'));
        }
      },
    ),
    { numRuns: 600 },
  );
});
