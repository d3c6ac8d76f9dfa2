import { expect, test } from 'vitest';
import { kindOf } from '#shared/products/category.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { namesAsPrinted } from './labelled-names.ts';

const printed = namesAsPrinted();

test('what nobody eats is never taken for food', () => {
  const nonFood = printed.filter(({ food }) => !food);
  expect(nonFood.length).toBeGreaterThanOrEqual(50);
  const eaten = nonFood.filter(({ name }) => {
    const { productId, category } = matchProduct(name, []);
    return productId !== null && kindOf(category?.key ?? null) === 'food';
  });
  expect(eaten.map(({ name }) => name)).toEqual([]);
});

test('what is eaten is never taken for something else', () => {
  const thrownOut = printed.filter(({ name, food }) => {
    const { productId, category } = matchProduct(name, []);
    return food && productId !== null && kindOf(category?.key ?? null) !== 'food';
  });
  expect(thrownOut.map(({ name }) => name)).toEqual([]);
});

test('most non-food is known for what it is, so nobody is asked about it', () => {
  const nonFood = printed.filter(({ food }) => !food);
  const asked = nonFood.filter(({ name }) => matchProduct(name, []).productId === null);
  console.log(`${asked.length} of ${nonFood.length} lines that are no food are asked`);
  expect(asked.length / nonFood.length).toBeLessThanOrEqual(0.15);
});
