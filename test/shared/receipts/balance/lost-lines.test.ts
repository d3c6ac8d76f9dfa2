import { describe, expect, test } from 'vitest';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { isRefuted } from '#shared/receipts/taxes/tax-refutation.ts';
import { textReading } from '#test/shared/receipts/text-reading.ts';

const TODAY = new Date('2026-06-01');
const choose = (...texts: readonly string[]) =>
  chooseReceipt(texts.map(textReading), TODAY).receipt;

/** Receipt_3.jpeg with a stain on the bag's numbers that touches the biscuits', as Tesseract reads it. */
const SHOP = `SKLEP "ŻABKA" Z0209
NIP 629-241-35-44
2019-03-03 N 117268
PARAGON FISKALNY
CRUNCHIFS 140g-B 1 x 5,99 5,99B
NAPOJ TYMBARK 11-D 1 x 4,50 4,50D
PRZYPRAWA KEBAB-G-B 3 x 1.89 5.67B
TORBA FOLIOW.30X5-A
CIASTKA PETITKI B-A 1 x 4,45 4,4 9n
CZEKOLADA MILKA O-A 1 x 4,99 4,99A
CZEKOLADA MILKA W-A 1 x 4,99 4,99A
rabat PRZYPRAWA KEBAB-G-B -0,39B
rabat PRZYPRAWA KEBAB-G-B -0,36B
rabat PRZYPRAWA KEBAB-G-B -0,42B
rabat CZEKOLADA MILKA O-A -1,70A
rabat CZEKOLADA MILKA W-A -1,70A
Sprzedaż opodatk. A 11,22
Kwota PTU A 23 % 2,10
Sprzedaż oeodatk. B 10.49
Kwota PIU B 8 x 0,78
Sprzedaż opodatk. D 4,50
Suma PLN 26,21`;

/** Receipt_1.jpg with a stain on the price of the tea, as the networks read it. */
const RESTAURANT = `RESTAURACJA
NIP:683-198-59-35
02-10-2011 12367
PARAGON FISKALNY
1.ŻUREK 1,00x8,90 8,90B
2.KWAŚNICA 1,00x7,90 7,90 B
3.PIECZYWO 1,00x2,00 2,00D
4.PIEROGI RUSKIE SMAŻONE
1,00x10,90 10.90B
5.HERBATA DILMAH 1,00x4,d
SP.OP.A 4,00 PTU 23% 0,75
SP.OP.B 27,70 PTU 8% 2,05
SP.OP.D 2,00 PTU 5% 0,10
Suma PTU 2,90
SUMA PLN 33,70`;
/** The same as Tesseract reads it: the table lost the row of the tea too, and adds up to the rest. */
const RESTAURANT_IN_PART = RESTAURANT.replace('SP.OP.A', 'Sp. ap. R');

describe('a line that was lost is not made up for by editing others', () => {
  test('two lookalike digits that nothing else speaks for', () => {
    const { balance, items } = choose(SHOP);
    expect(balance.ok).toBe(false);
    expect(items.flatMap(({ repairs }) => repairs ?? [])).toEqual([]);
    expect(items.find(({ name }) => name.startsWith('PRZYPRAWA'))).toMatchObject({
      gross: 567,
      discount: 117,
    });
  });

  test('a tax table that lost its row is no total against the printed one', () => {
    const { balance, total } = choose(RESTAURANT_IN_PART);
    expect([balance.ok, total]).toEqual([false, 3370]);
  });

  test('a reading that is whole keeps one in parts from balancing by itself', () => {
    const { balance, total, missing } = choose(RESTAURANT_IN_PART, RESTAURANT);
    expect([balance.ok, total]).toEqual([false, 3370]);
    expect(missing?.amount).toBe(400);
  });
});

describe('a tax table refutes lines', () => {
  const row = (letter: 'A' | 'B' | 'C', gross: number) => ({
    letter,
    gross,
    rate: null,
    tax: null,
  });
  const line = (vat: 'A' | 'B' | 'C' | null, amount: number) => ({ vat, amount });

  test('that make its sum but none of its rows', () => {
    const rows = [row('A', 400), row('B', 2770)];
    expect(isRefuted(rows, [line('B', 690), line('B', 790), line('B', 1690)])).toBe(true);
    expect(isRefuted(rows, [line('A', 400), line('B', 1080), line('B', 1690)])).toBe(false);
  });

  test('of which one would have to stand under two letters', () => {
    const rows = [row('A', 450), row('B', 450)];
    expect(isRefuted(rows, [line(null, 900)])).toBe(true);
    expect(isRefuted(rows, [line(null, 450), line(null, 450)])).toBe(false);
  });

  test('but not where two letters were misread at most', () => {
    const rows = [row('A', 300), row('B', 600)];
    const misread = (count: number) =>
      [1, 2, 3].map((at) => line(at <= count ? 'C' : 'A', 100)).concat(line('B', 600));
    expect(isRefuted(rows, misread(2))).toBe(false);
    expect(isRefuted(rows, misread(3))).toBe(true);
  });

  test('only when it adds up to them', () => {
    expect(isRefuted([row('A', 300)], [line('B', 100)])).toBe(false);
    expect(isRefuted([], [line('B', 100)])).toBe(false);
  });
});
