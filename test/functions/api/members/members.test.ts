import { expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { addMember, membersOf } from '#test/support/members.ts';
import { accept, change, invite, list, read, remove } from './routes.ts';

const database = testDatabase();

test('the last owner can be neither demoted nor removed, nor can they leave or go elsewhere', async () => {
  const ours = await database.newHousehold();
  const member = await addMember(database, ours, 'member');
  const { code } = (await invite(await database.newHousehold())).json;
  for (const answer of [
    await change(ours, ours.userId, { role: 'member' }),
    await remove(ours, ours.userId),
    await accept(ours, code),
  ]) {
    expect(answer).toMatchObject({ status: 409, json: { code: 'last-owner' } });
  }
  expect((await change(ours, member.userId, { role: 'owner' })).status).toBe(200);
  expect((await remove(ours, ours.userId)).status).toBe(204);
  expect(await membersOf(database, ours)).toEqual([{ user_id: member.userId, role: 'owner' }]);
});

test('a role is changed on the version that was read', async () => {
  const ours = await database.newHousehold();
  const { userId } = await addMember(database, ours, 'member');
  const { headers } = await read(ours, userId);
  const body = { role: 'viewer' };
  expect((await change(ours, userId, body, {})).status).toBe(428);
  const changed = await change(ours, userId, body, { 'If-Match': headers.etag ?? '' });
  expect(changed).toMatchObject({ status: 200, json: { id: userId, role: 'viewer', you: false } });
  const late = await change(ours, userId, { name: 'Jan' }, { 'If-Match': headers.etag ?? '' });
  expect(late.status).toBe(412);
  const named = await change(
    ours,
    userId,
    { name: 'Jan' },
    { 'If-Match': changed.headers.etag ?? '' },
  );
  expect(named.json).toMatchObject({ role: 'viewer', name: 'Jan' });
  expect((await change(ours, userId, { role: 'guest' })).status).toBe(400);
});

test('members come page by page, each once', async () => {
  const ours = await database.newHousehold();
  const others = [
    await addMember(database, ours, 'viewer'),
    await addMember(database, ours, 'member'),
  ];
  const first = (await list(ours, { limit: '2' })).json;
  const second = (await list(ours, { limit: '2', cursor: first.next })).json;
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids)).toEqual(new Set([ours, ...others].map(({ userId }) => userId)));
});
