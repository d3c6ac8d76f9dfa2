import { expect, test } from 'vitest';
import { matchProduct } from '#shared/products/match-product.ts';
import { packageSize } from '#shared/products/package-size.ts';

test.each([
  ['MLK UHT 3,2% 1L', 'mleko'],
  ['FILET Z KURCZ KG', 'filet-z-kurczaka'],
  ['Jog.Nat.Piątnica 4x125g', 'jogurt-naturalny'],
  ['POM.KOKT.250G', 'pomidory-koktajlowe'],
  ['BANANY PREMIUM ŚW.', 'banany'],
  ['CIASTKA PETITKI B-A', 'ciastka'],
  ['TORBA FOLIOW.30X5-A', 'torba'],
])('knows %s as %s', (name, id) => {
  expect(matchProduct(name, []).product?.id).toBe(id);
});

test("lets the household's own spelling win", () => {
  const match = matchProduct('MLK UHT', [{ alias: 'mlk uht', productId: 'kefir' }]);
  expect(match).toMatchObject({ productId: 'kefir', how: 'household', score: 1 });
});

test('leaves a name nobody knows without a product', () => {
  expect(matchProduct('XQZVW 77', [])).toMatchObject({ product: null, productId: null });
  expect(matchProduct('', [])).toMatchObject({ product: null, candidates: [] });
});

test('reads sizes and leaves formats alone', () => {
  expect(packageSize('JOGURT 4x125g')).toEqual({ count: 4, amount: 125, unit: 'g' });
  expect(packageSize('WODA 1,5L')).toEqual({ count: 1, amount: 1.5, unit: 'l' });
  expect(packageSize('MAKA 500 G')).toEqual({ count: 1, amount: 500, unit: 'g' });
  expect(packageSize('TORBA FOLIOW.30X5')).toBeNull();
  expect(matchProduct('MLEKO 3,2% 1L', []).fatPercent).toBe(3.2);
});
