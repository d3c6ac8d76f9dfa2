import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { testDatabase } from '#test/support/database.ts';
import { addMember, membersOf } from '#test/support/members.ts';
import { accept, change, invite, list, listInvitations, remove, revoke } from './routes.ts';

const database = testDatabase();

/** Who somebody is after they have accepted, as the authorizer will say it. */
const moved = (by: HouseholdContext, { householdId, userId, role }: HouseholdContext) =>
  ({ ...by, householdId, userId, role }) satisfies HouseholdContext;

test('a member is invited with a role and a name, accepts once, and is one of the household', async () => {
  const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
  const invited = await invite(ours, 'viewer', { name: 'Ola' });
  expect(invited).toMatchObject({ status: 201, json: { role: 'viewer', name: 'Ola' } });
  const { code, url, expiresAt } = invited.json;
  expect(code).toMatch(/^fsi_[\w-]{32}$/);
  expect(url).toBe(`/api/v2/household/invitations/${code}/accept`);
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);

  const joined = await accept(guest, code);
  expect(joined).toMatchObject({
    status: 200,
    json: { householdId: ours.householdId, role: 'viewer' },
  });
  expect((await list(ours)).json.items).toMatchObject([
    { id: ours.userId, role: 'owner', name: null, you: true },
    { id: joined.json.userId, role: 'viewer', name: 'Ola', you: false },
  ]);
  // Repeated by a client that missed the reply: the same, and nobody joins twice.
  expect((await accept(moved(guest, joined.json), code)).json).toEqual(joined.json);
  expect(await membersOf(database, ours)).toHaveLength(2);
});

test('the code is shown once and kept as a hash, with an Idempotency-Key too', async () => {
  const ours = await database.newHousehold();
  const { code } = (await invite(ours)).json;
  expect((await listInvitations(ours)).text).not.toContain(code);
  const stored = await database.query('select i::text from invitations i');
  expect(JSON.stringify(stored)).not.toContain(code);
});

test('an accepted invitation is done even when the reply is asked for with its key again', async () => {
  const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
  const { code } = (await invite(ours)).json;
  const headers = { 'Idempotency-Key': 'join-1' };
  const joined = await accept(guest, code, headers);
  // The repeated request comes from the same person, whom the authorizer finds in the new household.
  const again = await accept(moved(guest, joined.json), code, headers);
  expect([joined.status, again.status, again.json]).toEqual([200, 200, joined.json]);
});

/** Lets an invitation be one of another owner. */
async function madeByAnother(id: string, ours: HouseholdContext): Promise<HouseholdContext> {
  const other = await addMember(database, ours, 'owner');
  await database.query('update invitations set invited_by = $2 where id = $1', [id, other.userId]);
  return other;
}

type Happens = (id: string, ours: HouseholdContext, code: string) => Promise<unknown>;

test.each<[string, string, Happens]>([
  [
    'expired',
    '409 invitation-expired',
    (id) => database.query('update invitations set expires_at = now() where id = $1', [id]),
  ],
  ['taken back', '404 not-found', (id, ours) => revoke(ours, id)],
  [
    'accepted by somebody else',
    '409 invitation-used',
    async (_id, _ours, code) => accept(await database.newHousehold(), code),
  ],
  [
    'made by an owner who was removed',
    '404 not-found',
    async (id, ours) => {
      const other = await madeByAnother(id, ours);
      expect((await remove(ours, other.userId)).status).toBe(204);
    },
  ],
  [
    'made by an owner who is none any more',
    '404 not-found',
    async (id, ours) => {
      const other = await madeByAnother(id, ours);
      expect((await change(ours, other.userId, { role: 'member' })).status).toBe(200);
    },
  ],
  [
    'into a household that is full',
    '409 household-full',
    (_, { householdId }) =>
      database.query(
        `insert into members (household_id, issuer, sub, role)
         select $1, 'https://issuer.test', 'full-' || n, 'viewer' from generate_series(1, 49) n`,
        [householdId],
      ),
  ],
])('an invitation %s is refused with %s', async (_, expected, happens) => {
  const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
  const { id, code } = (await invite(ours)).json;
  await happens(id, ours, code);
  const before = await membersOf(database, ours);
  const { status, json } = await accept(guest, code);
  expect(`${status} ${json.code}`).toBe(expected);
  expect(await membersOf(database, ours)).toEqual(before);
  expect(await membersOf(database, guest)).toHaveLength(1);
});

test('a household sees and takes back its own invitations only', async () => {
  const [ours, theirs] = [await database.newHousehold(), await database.newHousehold()];
  const { id, code } = (await invite(ours)).json;
  expect((await listInvitations(theirs)).json.items).toEqual([]);
  expect((await revoke(theirs, id)).status).toBe(404);
  expect((await listInvitations(ours)).json.items).toMatchObject([{ id, role: 'member' }]);
  // The code is no id, and the id no code.
  expect([(await revoke(ours, code)).status, (await accept(theirs, id)).status]).toEqual([
    404, 404,
  ]);
  expect((await revoke(ours, id)).status).toBe(204);
  expect((await listInvitations(ours)).json.items).toEqual([]);
});

test('whoever belongs to the household already does not use the code up', async () => {
  const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
  const { code } = (await invite(ours)).json;
  expect(await accept(ours, code)).toMatchObject({ status: 409, json: { code: 'already-member' } });
  expect((await accept(guest, code)).status).toBe(200);
});

test('codes cannot be tried out: ten an hour, then 429, also with the right one', async () => {
  const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
  const { code } = (await invite(ours)).json;
  const guessBy = (by: HouseholdContext) => accept(by, `fsi_${'A'.repeat(32)}`);
  for (let at = 0; at < 10; at += 1) expect((await guessBy(guest)).status).toBe(404);
  // A key per try does not take the count back with the transaction.
  const refused = await accept(guest, code, { 'Idempotency-Key': 'guess-11' });
  expect(refused).toMatchObject({ status: 429, json: { code: 'too-many-tries' } });
  expect(refused.headers['ratelimit-limit']).toBe('10');
  const wait = Number(refused.headers['retry-after']);
  expect(wait > 0 && wait <= 3600).toBe(true);
  // Somebody else may try, and so may they in the next hour.
  expect((await guessBy(await database.newHousehold())).status).toBe(404);
  await database.query(`update invitation_tries set hour = hour - interval '1 hour'`);
  expect((await accept(guest, code)).status).toBe(200);
});

test('at most 20 invitations are open at a time', async () => {
  const ours = await database.newHousehold();
  for (let at = 0; at < 20; at += 1) await invite(ours);
  const refused = await invite(ours);
  expect(refused).toMatchObject({ status: 409, json: { code: 'too-many-invitations' } });
  expect((await revoke(ours, (await listInvitations(ours)).json.items[0].id)).status).toBe(204);
  expect((await invite(ours)).status).toBe(201);
});
