import { expect, test } from 'vitest';
import { missingOf } from '#shared/shopping/missing.ts';
import { writtenItem } from '#shared/shopping/new-items.ts';

const flour = {
  id: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e6f',
  productId: 'maka-pszenna',
  name: 'mąka pszenna',
  quantity: { value: '2', unit: 'kg' },
} as const;
const facts = { aliases: [], packs: new Map(), locale: 'pl' } as const;
const written = writtenItem({ name: 'mąka pszenna', quantity: { value: '700', unit: 'g' } }, facts);

test('what is written down counts with its whole pack', () => {
  expect(missingOf(flour, [], [written])).toBe(1000);
});

test('of what is bought for dishes only the rest of the pack stays', () => {
  expect(missingOf(flour, [], [{ ...written, recipes: ['Placki'] }])).toBe(1700);
});
