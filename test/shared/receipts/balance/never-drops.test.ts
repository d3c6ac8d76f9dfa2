import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMinor } from '#shared/money/money.ts';
import { receiptOf } from '#test/shared/receipts/text-reading.ts';

const HEAD = 'SKLEP U JANA\nNIP 779-10-11-327\n2026-03-01 nr 12345\nPARAGON FISKALNY\n';
const TODAY = new Date('2026-06-01');

test('no line that was read is dropped to balance, whatever total is printed', () => {
  const goods = fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      price: fc.integer({ min: 10, max: 4_000 }),
      letter: fc.constantFrom('A', 'B', 'C'),
      misread: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 4 }),
      counted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  );
  const comma = (amount: number) => formatMinor(amount).replace('.', ',');
  fc.assert(
    fc.property(goods, fc.boolean(), (lines, withTable) => {
      const rows = lines.map(({ count, price, letter, misread }, at) => {
        const value = comma(count * price);
        const read = misread === null ? value : value.replace(/\d/, String(misread));
        return {
          read,
          text: `TOWAR${'ABCDEFGHI'[at]} ${count} x ${comma(price)} ${read}${letter}`,
        };
      });
      const counted = lines.filter((line) => line.counted);
      const sum = (some: typeof lines) =>
        some.reduce((all, { count, price }) => all + count * price, 0);
      const table = withTable
        ? ['A', 'B', 'C'].flatMap((letter) => {
            const turnover = sum(counted.filter((line) => line.letter === letter));
            return turnover === 0 ? [] : [`SPRZEDAŻ OPODATKOWANA ${letter} ${comma(turnover)}`];
          })
        : [];
      const text = [...rows.map((row) => row.text), ...table, `SUMA PLN ${comma(sum(counted))}`];
      const receipt = receiptOf(HEAD + text.join('\n'), TODAY);
      expect(receipt.items).toHaveLength(lines.length);
      if (!receipt.balance.ok) return;
      for (const [at, { read }] of rows.entries()) {
        const item = receipt.items[at];
        const amount = Number(read.replace(',', '.'));
        const repaired = item?.repairs?.some((one) => Number(one.read) === amount);
        expect(repaired || item?.gross === Math.round(amount * 100)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});
