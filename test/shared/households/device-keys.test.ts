import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { NewDeviceKey } from '#shared/households/device-key.ts';
import {
  addDeviceKey,
  listDeviceKeys,
  removeDeviceKey,
} from '#shared/households/device-key-store.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const make = (household: HouseholdContext, name: string, scopes?: string[]) =>
  addDeviceKey(household, NewDeviceKey.parse({ name, ...(scopes && { scopes }) }));

test.each(['read', 'write', 'admin'])('a key may be allowed to %s only', async (scope) => {
  const household = await database.newHousehold();
  expect(await make(household, 'tablet', [scope])).toMatchObject({ scopes: [scope] });
});

test('one scope too many is refused, though the others are the caller’s', async () => {
  const household = { ...(await database.newHousehold()), scopes: ['read' as const] };
  await expect(make(household, 'tablet', ['read', 'write'])).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'scope-not-yours',
  });
  expect((await listDeviceKeys(household, { limit: 10 })).items).toEqual([]);
});

test('a scope named twice is held once', async () => {
  const household = await database.newHousehold();
  expect(await make(household, 'tablet', ['read', 'read'])).toMatchObject({ scopes: ['read'] });
});

test('the newest key comes first, page by page', async () => {
  const household = await database.newHousehold();
  for (const name of ['a', 'b', 'c']) await make(household, name);
  const first = await listDeviceKeys(household, { limit: 2 });
  expect(first.items.map(({ name }) => name)).toEqual(['c', 'b']);
  const second = await listDeviceKeys(household, { limit: 2, cursor: first.next ?? '' });
  expect(second.items.map(({ name }) => name)).toEqual(['a']);
  expect(second.next).toBeNull();
});

test('a key says when it was last used', async () => {
  const household = await database.newHousehold();
  const { id } = await make(household, 'tablet');
  const usedAt = '2026-11-24T10:00:00.000Z';
  await database.query('update device_keys set last_used_at = $2 where id = $1', [id, usedAt]);
  expect((await listDeviceKeys(household, { limit: 1 })).items).toMatchObject([
    { lastUsedAt: usedAt },
  ]);
});

test('what is no key of the household cannot be removed', async () => {
  const { id } = await make(await database.newHousehold(), 'tablet');
  await expect(removeDeviceKey(await database.newHousehold(), id)).rejects.toMatchObject({
    kind: 'not-found',
    code: 'not-found',
  });
});
