import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Caller } from '#shared/context/household-context.ts';
import { addDeviceKey } from '#shared/households/device-key-store.ts';
import { acceptInvitation, createInvitation } from '#shared/households/invitation-store.ts';
import { removeMember } from '#shared/households/member-store.ts';
import { addPerson, listPeople } from '#shared/households/person-store.ts';
import { findCaller } from '#shared/identity/credentials.ts';
import type { VerifyToken } from '#shared/identity/token.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

/** Reads `sub@seconds`: somebody’s token, issued so many seconds from now. */
const verify: VerifyToken = async (token) => {
  const [sub = '', seconds = ''] = token.split('~');
  const issuedAt = new Date(Date.now() + Number(seconds) * 1000);
  return { issuer: 'https://issuer.test', sub, scopes: ['read', 'write', 'admin'], issuedAt };
};
const caller = (sub: string, seconds: number) =>
  findCaller({ authorization: `Bearer ${sub}~${seconds}` }, verify);

async function signIn(sub: string, seconds = -60): Promise<Caller> {
  const found = await caller(sub, seconds);
  if (found === undefined) throw new Error(`${sub} was refused`);
  return found;
}

/** Somebody of a household of their own, with one person in it, who joined another household. */
async function joined() {
  const [owner, sub] = [await database.newHousehold(), `guest-${randomUUID()}`];
  const before = await signIn(sub);
  const person = { name: 'Ola', diet: null, allergies: [], dislikes: [] };
  await addPerson(before, person);
  const { code } = await createInvitation(owner, { role: 'member', name: null });
  await acceptInvitation(before, code);
  return { owner, sub, before, guest: await signIn(sub) };
}

test('the token of somebody who joined goes on, and speaks for the new household', async () => {
  const { owner, before, guest } = await joined();
  expect(guest).toMatchObject({ householdId: owner.householdId, role: 'member' });
  expect(guest.scopes).toEqual(['read', 'write']);
  expect(guest.userId).not.toBe(before.userId);
});

test('tokens and device keys of a removed member are refused at once', async () => {
  const { owner, sub, guest } = await joined();
  const { key } = await addDeviceKey(guest, { name: 'tablet', scopes: ['read'] });
  expect(await findCaller({ 'x-device-key': key }, verify)).toMatchObject({
    householdId: owner.householdId,
  });
  await removeMember(owner, guest.userId);
  expect(await caller(sub, -1)).toBeUndefined();
  expect(await findCaller({ 'x-device-key': key }, verify)).toBeUndefined();
  // Whom nothing else is known of is not refused.
  expect(await caller(`${sub}-other`, -1)).toBeDefined();
});

test('device keys of a household that was left for another end too', async () => {
  const { owner, sub } = await joined();
  const alone = `alone-${randomUUID()}`;
  const before = await signIn(alone);
  const { key } = await addDeviceKey(before, { name: 'tablet', scopes: ['read'] });
  const { code } = await createInvitation(owner, { role: 'viewer', name: null });
  await acceptInvitation(before, code);
  expect(await findCaller({ 'x-device-key': key }, verify)).toBeUndefined();
  expect(await caller(sub, -60)).toBeDefined();
});

test('who signs in anew after a removal, or after leaving, has their own household back', async () => {
  for (const leaves of [false, true]) {
    const { owner, sub, before, guest } = await joined();
    await removeMember(leaves ? guest : owner, guest.userId);
    const back = await signIn(sub, 1);
    expect(back).toMatchObject({ householdId: before.householdId, role: 'owner' });
    expect((await listPeople(back, { limit: 10 })).items).toMatchObject([{ name: 'Ola' }]);
  }
});

test('a household that others still live in does not wait for who left it', async () => {
  const { owner, sub, guest, before } = await joined();
  const third = await database.newHousehold();
  const { code } = await createInvitation(third, { role: 'member', name: null });
  await acceptInvitation(guest, code);
  const now = await signIn(sub);
  expect(now.householdId).toBe(third.householdId);
  await removeMember(now, now.userId);
  expect((await signIn(sub, 1)).householdId).toBe(before.householdId);
  expect(
    await database.query('select 1 from members where household_id = $1', [owner.householdId]),
  ).toHaveLength(1);
});

test('a token from before a removal stays refused when its person is invited again', async () => {
  const { owner, sub, guest } = await joined();
  await removeMember(owner, guest.userId);
  const back = await signIn(sub, 1);
  const { code } = await createInvitation(owner, { role: 'member', name: null });
  await acceptInvitation(back, code);
  expect(await caller(sub, -1)).toBeUndefined();
  expect(await signIn(sub, 1)).toMatchObject({ householdId: owner.householdId });
});

test('a removal is forgotten when no token from before it can be left', async () => {
  const { owner, sub, guest } = await joined();
  await removeMember(owner, guest.userId);
  await database.query(
    `update ended_sign_ins set ended_at = now() - interval '32 days' where sub = $1`,
    [sub],
  );
  expect(await caller(sub, -40 * 86_400)).toBeDefined();
});

test('the settings of somebody who joins come along', async () => {
  const [owner, sub] = [await database.newHousehold(), `settled-${randomUUID()}`];
  const before = await signIn(sub);
  await database.query(`update members set locale = 'en', units = 'imperial' where user_id = $1`, [
    before.userId,
  ]);
  const { code } = await createInvitation(owner, { role: 'member', name: 'Jan' });
  const { userId } = await acceptInvitation(before, code);
  expect(
    await database.query('select locale, units, name from members where user_id = $1', [userId]),
  ).toEqual([{ locale: 'en', units: 'imperial', name: 'Jan' }]);
});

test('the release before, which does not say when a token was issued, still signs people in', async () => {
  const sql = 'select * from identify($1, $2)';
  const [first] = await database.query(sql, ['https://issuer.test', 'older']);
  expect(await database.query(sql, ['https://issuer.test', 'older'])).toEqual([first]);
});
