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

test('the search grows with the receipt no faster than its square', () => {
  // Processor time of the same run, so that a slow or busy machine changes nothing.
  const [few, many] = [workOn(20), workOn(60)];
  expect(many / few).toBeLessThan(2 * (60 / 20) ** 2);
});

function workOn(lines: number): number {
  const goods = Array.from(
    { length: lines },
    (_, at) => `TOWAR ${at}A ${(at * 37) % 90},${10 + at}A`,
  );
  // A new reading each time: what one object says is parsed once.
  const text = `${HEAD}${goods.join('\n')}\nSUMA PLN 9999,99\nKARTA 8888,88`;
  for (let warm = 0; warm < 20; warm += 1) receiptOf(text, TODAY);
  const before = process.cpuUsage();
  for (let time = 0; time < 20; time += 1) receiptOf(text, TODAY);
  return process.cpuUsage(before).user;
}
