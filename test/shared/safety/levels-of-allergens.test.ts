import { expect, test } from 'vitest';
import { allergensIn } from '#shared/safety/allergens-in.ts';
import { readFood } from '#shared/safety/read-food.ts';

test('the allergens of a reading by how sure they are', () => {
  const { contains, mayContain } = allergensIn(readFood('mleko, może zawierać orzechy'));
  expect([...contains]).toEqual(['milk']);
  expect([...mayContain].sort()).toEqual(['nuts', 'peanuts']);
  const none = allergensIn(readFood('ryż'));
  expect([none.contains.size, none.mayContain.size]).toEqual([0, 0]);
});
