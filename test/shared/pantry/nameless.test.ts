import { expect, test } from 'vitest';
import { consumeProduct } from '#shared/pantry/consume-product.ts';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import { testDatabase } from '#test/support/database.ts';
import { add, names } from '#test/support/pantry.ts';
import { NAMELESS, namesOfAllAlphabets } from '#test/support/unicode-names.ts';

const database = testDatabase();
const three = { value: '3', unit: 'szt' } as const;

function serves(product_name: string, name: string): boolean {
  return servingBy(servingsOf({ name }), keysOfLot({ name: product_name })) !== undefined;
}

test('a lot is of its own name only, whatever the alphabet', () => {
  const all = namesOfAllAlphabets(12, 150);
  for (const product_name of all) {
    const matched = all.filter((name) => serves(product_name, name));
    expect(matched).toEqual([product_name]);
  }
});

test('what has no name is of nothing', () => {
  for (const product_name of [...NAMELESS, '🥚', '7%', 'mleko']) {
    const matched = NAMELESS.filter((name) => serves(product_name, name));
    expect(matched).toEqual([]);
  }
});

test('the eggs stay when milk is taken, and are found, taken and merged by their own picture', async () => {
  const household = await database.newHousehold();
  for (const name of ['🥚', '7%', '!']) {
    await add(household, { product: { name }, quantity: { value: '10', unit: 'szt' } });
  }
  for (const name of ['🥛', '🥜', '8%', '%', '!', '—']) {
    await expect(
      consumeProduct(household, { product: { name }, quantity: three }),
    ).rejects.toMatchObject({ kind: 'conflict' });
  }
  for (const q of ['🥛', '%', '!']) expect(await names(household, { q })).toEqual([]);
  expect(await names(household, { q: '🥚' })).toEqual(['🥚']);
  for (const from of ['🥛', '!', '%']) {
    const into = { name: 'Mleko' };
    await expect(mergeProducts(household, { from, into })).rejects.toMatchObject({
      kind: 'not-found',
    });
  }
  const { taken } = await consumeProduct(household, { product: { name: '🥚' }, quantity: three });
  expect(taken).toMatchObject([{ lot: { product: { name: '🥚' }, quantity: { value: '7' } } }]);
  const merged = await mergeProducts(household, { from: '🥚', into: { id: 'jaja' } });
  expect(merged).toMatchObject({ lots: 1 });
});
