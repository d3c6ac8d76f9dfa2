import { expect, test } from 'vitest';
import { readGtin } from '#shared/products/gtin.ts';

test.each(['5900512300108', '96385074', '036000291452', '4006381333931'])(
  '%s is a trade number',
  (gtin) => {
    expect(readGtin(gtin)).toEqual({ kind: 'gtin', gtin });
  },
);

test('a GTIN-14 of a single piece is its EAN-13', () => {
  expect(readGtin('04006381333931')).toEqual({ kind: 'gtin', gtin: '4006381333931' });
});

test.each([
  '5900512300107',
  '4006381333932',
  '123',
  '',
  'abcdefgh',
  '40063813339310',
  '12345678901',
])('%s is no barcode', (digits) => {
  expect(readGtin(digits)).toBeNull();
});

test.each(['0212345004562', '212345004562', '0400000000008', '20000004', '02345673'])(
  '%s is a number of some shop, in a shorter form',
  (digits) => {
    expect(readGtin(digits)).toMatchObject({
      kind: 'in-store',
      productCode: digits.slice(0, -1),
      field: 'unknown',
      value: '',
    });
  },
);

test('a shop’s own number says its price or its weight where the prefix does', () => {
  expect(readGtin('2412345012996')).toMatchObject({
    kind: 'in-store',
    productCode: '12345',
    field: 'price',
    priceMinor: 1299,
    grams: null,
  });
  expect(readGtin('2954321004569')).toMatchObject({
    productCode: '54321',
    field: 'weight',
    grams: 456,
    priceMinor: null,
  });
  expect(readGtin('2000000000046')).toMatchObject({ field: 'none', productCode: '0000000004' });
  expect(readGtin('2612345012990')).toMatchObject({ field: 'unknown', value: '01299' });
});
