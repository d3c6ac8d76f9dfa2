import { expect, test } from 'vitest';
import { nameFacts } from '#shared/products/name-facts.ts';
import { fatContent, packageSize } from '#shared/products/package-facts.ts';

test.each([
  ['JOGURT 4x125g', { count: 4, amount: 125, unit: 'g' }],
  ['JOGURT 125G X4', { count: 4, amount: 125, unit: 'g' }],
  ['WODA 1,5L', { count: 1, amount: 1.5, unit: 'l' }],
  ['WODA 6X1,5L', { count: 6, amount: 1.5, unit: 'l' }],
  ['MAKA 500 G', { count: 1, amount: 500, unit: 'g' }],
  ['CUKIER 0,5KG', { count: 1, amount: 0.5, unit: 'kg' }],
  ['JAJA 6 SZT', { count: 1, amount: 6, unit: 'szt' }],
  ['ZUPA 10X40G', { count: 10, amount: 40, unit: 'g' }],
  ['WINO 75CL', { count: 1, amount: 750, unit: 'ml' }],
  ['SZYNKA 10 DAG', { count: 1, amount: 100, unit: 'g' }],
  ['MLEKO 3,2% 1L', { count: 1, amount: 1, unit: 'l' }],
])('the size of %s', (name, size) => {
  expect(packageSize(name)).toEqual(size);
});

test.each(['TORBA FOLIOW.30X5', 'MĄKA TYP 500', 'MLEKO 3,2%', '7DAYS', 'SOK LECH', '0X100G', ''])(
  'no size in %s',
  (name) => {
    expect(packageSize(name)).toBeNull();
  },
);

test('the fat content, never mistaken for a size', () => {
  expect(fatContent('MLEKO 3,2% 1L')).toBe(3.2);
  expect(fatContent('ŚMIETANA 18 %')).toBe(18);
  expect(fatContent('MLEKO 1L')).toBeNull();
});

test('brand, fat and size of one name', () => {
  expect(nameFacts('JOG.NAT.PIĄTNICA 4X125G 3,2%')).toEqual({
    brand: 'Piątnica',
    fatPercent: 3.2,
    package: { count: 4, value: '125', unit: 'g' },
  });
  expect(nameFacts('BANANY LUZ')).toEqual({ brand: null, fatPercent: null, package: null });
});
