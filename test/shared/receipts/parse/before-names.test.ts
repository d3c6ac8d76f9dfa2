import { expect, test } from 'vitest';
import { receiptOf } from '#test/shared/receipts/text-reading.ts';

const HEAD = 'SKLEP U JANA\nNIP 779-10-11-327\n2026-03-01 nr 12345\nPARAGON FISKALNY\n';

function goods(text: string): unknown[] {
  const { items } = receiptOf(HEAD + text, new Date('2026-06-01'));
  return items.map(({ name, quantityMilli, unit, unitPrice }) => [
    name,
    quantityMilli,
    unit,
    unitPrice,
  ]);
}

test('a quantity before the name is no part of it, with its price before the value', () => {
  expect(
    goods(
      '2 szt. Kefir naturalny 400g 3,29 6,58 C\n1 szt. Chleb żytni 5,00 5,00 C\n0,482 kg Pomidory 10,00 4,82 C\n2 Jogurt naturalny 1,50 3,00 C\nSUMA PLN 19,40',
    ),
  ).toEqual([
    ['Kefir naturalny 400g', 2000, 'szt', 329],
    ['Chleb żytni', 1000, 'szt', 500],
    ['Pomidory', 482, 'kg', 1000],
    ['Jogurt naturalny', 2000, 'szt', 150],
  ]);
});

test('on a line of its own above price and value', () => {
  expect(goods('2 szt. Kefir\n3,29 6,58 C\n1 szt. Chleb\n5,00 5,00 C\nSUMA PLN 11,58')).toEqual([
    ['Kefir', 2000, 'szt', 329],
    ['Chleb', 1000, 'szt', 500],
  ]);
});

test('without a price where the pieces share the value evenly', () => {
  expect(goods('2 x Kefir 6,58 C\n3 x Chleb 5,00 C\nSUMA PLN 11,58')).toEqual([
    ['Kefir', 2000, 'szt', 329],
    ['3 x Chleb', 1000, 'szt', 500],
  ]);
});

test('a number that begins a name stays there', () => {
  expect(
    goods('7 DAYS CROISSANT 3,49 C\n3 BIT 46G 2,29 2,29 C\n4 SERY PIZZA 10,00 A\nSUMA PLN 15,78'),
  ).toEqual([
    ['7 DAYS CROISSANT', 1000, 'szt', 349],
    ['3 BIT 46G', 1000, 'szt', 229],
    ['4 SERY PIZZA', 1000, 'szt', 1000],
  ]);
});

test('dots that lead from the name to the numbers are no part of it', () => {
  expect(goods('KEFIR ........ 2 x 3,29 6,58 C\nCHLEB .......\n5,00 C\nSUMA PLN 11,58')).toEqual([
    ['KEFIR', 2000, 'szt', 329],
    ['CHLEB', 1000, 'szt', 500],
  ]);
});

test('the tax letter before every name is none of it', () => {
  const text = 'C KEFIR 2x3,29 6,58\nA PIWO 1x5,00 5,00\nSUMA PLN 11,58';
  expect(goods(text)).toEqual([
    ['KEFIR', 2000, 'szt', 329],
    ['PIWO', 1000, 'szt', 500],
  ]);
  const { items } = receiptOf(HEAD + text, new Date('2026-06-01'));
  expect(items.map(({ vat }) => vat)).toEqual(['C', 'A']);
});
