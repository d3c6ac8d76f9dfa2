import { expect, test } from 'vitest';
import { countLines, f1, nameLikeness } from './score.ts';

function printed(name: string, net: string, nameCore?: string) {
  const line = {
    name,
    quantity: '1',
    unit: null,
    unitPrice: net,
    gross: net,
    discount: '0',
    net,
    vat: 'C',
  };
  return nameCore === undefined ? line : { ...line, nameCore };
}

test('case and diacritics make no difference, a wrong letter in five a fifth', () => {
  expect(nameLikeness('żurek', 'ZUREK')).toBe(1);
  expect(nameLikeness('ŻUREK', 'ZUBEK')).toBeCloseTo(0.8);
});

test('a line with a value one grosz off is wrong', () => {
  expect(countLines([{ name: 'KEFIR', net: 201 }], [printed('KEFIR', '2.00')]).right).toBe(0);
});

test('a line read twice is right once', () => {
  const kefir = { name: 'KEFIR', net: 200 };
  expect(countLines([kefir, kefir], [printed('KEFIR', '2.00')])).toEqual({
    right: 1,
    read: 2,
    printed: 1,
  });
});

test('a name without its column letter counts as the name', () => {
  const line = printed('1.ŻUREK B', '8.90', 'ŻUREK');
  expect(countLines([{ name: 'ZUREK', net: 890 }], [line]).right).toBe(1);
});

test('nothing read scores nothing', () => {
  expect(f1({ right: 0, read: 0, printed: 3 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(f1({ right: 2, read: 2, printed: 4 }).f1).toBeCloseTo(2 / 3);
});
