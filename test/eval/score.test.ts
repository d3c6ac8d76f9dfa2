import { expect, test } from 'vitest';
import type { GroundTruth } from '#test/synthetic/ground-truth.ts';
import { countLines, f1, nameLikeness, score } from './score.ts';

function printed(name: string, net: string, more: object = {}) {
  const amounts = { quantity: '1', unitPrice: net, gross: net, discount: '0', net };
  return { name, unit: null, vat: 'C', ...amounts, ...more };
}

function read(name: string, net: number, productKey: string | null = null) {
  return { name, net, productKey };
}

test('case and diacritics make no difference, a wrong letter in five a fifth', () => {
  expect(nameLikeness('żurek', 'ZUREK')).toBe(1);
  expect(nameLikeness('ŻUREK', 'ZUBEK')).toBeCloseTo(0.8);
});

test('a line with a value one grosz off is wrong', () => {
  expect(countLines([read('KEFIR', 201)], { items: [printed('KEFIR', '2.00')] }).right).toBe(0);
});

test('a line read twice is right once', () => {
  const kefir = read('KEFIR', 200);
  expect(countLines([kefir, kefir], { items: [printed('KEFIR', '2.00')] })).toMatchObject({
    right: 1,
    read: 2,
    printed: 1,
  });
});

test('a name without its column letter counts as the name', () => {
  const line = printed('1.ŻUREK B', '8.90', { nameCore: 'ŻUREK' });
  expect(countLines([read('ZUREK', 890)], { items: [line] }).right).toBe(1);
});

test('a name the transcriber was not sure of may be anything, its value not', () => {
  const truth = { items: [printed('?', '4.99')], unsure: ['items[0].name'] };
  expect(countLines([read('CZEKOLADA', 499)], truth).right).toBe(1);
  expect(countLines([read('CZEKOLADA', 498)], truth).right).toBe(0);
});

test('a line of unsure value counts neither as printed nor as read', () => {
  const truth = {
    items: [printed('PIELUCHY', '10.66'), printed('SZAMPON', '11.99')],
    unsure: ['items[0].net'],
  };
  expect(countLines([read('PIELUCHY', 1099), read('SZAMPON', 1199)], truth)).toMatchObject({
    right: 1,
    read: 1,
    printed: 1,
  });
});

test('products count on right lines whose product is known', () => {
  const items = [
    printed('KEFIR', '2.00', { products: ['kefir'] }),
    printed('SEREK', '3.00', { products: ['serek-wiejski', 'twarog'] }),
    printed('BANDAŻ', '4.00', { products: [] }),
    printed('MLEKO', '5.00', { products: ['mleko'] }),
  ];
  const lines = [
    read('KEFIR', 200, 'maslanka'),
    read('SEREK', 300, 'twarog'),
    read('BANDAZ', 400),
    read('MLEKO', 501, 'mleko'),
  ];
  expect(countLines(lines, { items }).products).toEqual({ right: 1, known: 2 });
});

test('nothing read scores nothing', () => {
  expect(f1({ right: 0, read: 0, printed: 3 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(f1({ right: 2, read: 2, printed: 4 }).f1).toBeCloseTo(2 / 3);
});

test('a field that is not printed must not be read, and an unsure one counts nowhere', () => {
  const truth: GroundTruth = {
    image: 'one',
    legibility: 'good',
    chain: null,
    merchant: null,
    nip: null,
    date: '2025-03-04',
    time: '15:20',
    receiptNumber: '767340',
    receiptNumberAlso: ['000037'],
    currency: 'PLN',
    items: [],
    deposits: [],
    total: '12.49',
    vatSummary: {},
    paymentMethod: null,
    unsure: ['date'],
  };
  const merchant = { name: null, chain: null, nip: '7811897358', address: null };
  const read = { total: 1249, date: '2025-03-01', time: null, receiptNumber: '000037', merchant };
  expect(score(read, [], truth)).toMatchObject({
    total: true,
    date: null,
    nip: false,
    fields: { right: 2, read: 3, printed: 3 },
  });
});
