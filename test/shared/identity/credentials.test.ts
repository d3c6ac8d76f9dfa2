import { expect, test } from 'vitest';
import { findCaller } from '#shared/identity/credentials.ts';
import type { VerifyToken } from '#shared/identity/token.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const issuer = 'https://issuer.test';
/** Knows one token, and fails when it is asked about anything else. */
const verify: VerifyToken = async (token) => {
  if (token !== 'a.b-c_d~e+f/g=') throw new Error(`Asked about ${token}`);
  return { issuer, sub: 'jan', scopes: ['read', 'write', 'admin'], issuedAt: new Date() };
};

test.each(['Bearer', 'bearer', 'Bearer  '])('reads the token behind "%s"', async (scheme) => {
  const caller = await findCaller({ authorization: `${scheme} a.b-c_d~e+f/g=` }, verify);
  expect(caller).toMatchObject({ role: 'owner', via: 'token' });
});

test.each([
  '',
  'Bearer',
  'Basic a.b-c_d~e+f/g=',
  'Not Bearer a.b-c_d~e+f/g=',
  'Bearer a.b-c_d~e+f/g= more',
  'Bearer a.b-c_d~e+f/g=, Basic eA==',
])('has nothing verified for "%s"', async (authorization) => {
  expect(await findCaller({ authorization }, verify)).toBeUndefined();
});

test('a member may read and write, and is no owner', async () => {
  const headers = { authorization: 'Bearer a.b-c_d~e+f/g=' };
  const first = await findCaller(headers, verify);
  await database.query(`update members set role = 'member' where user_id = $1`, [first?.userId]);
  expect(await findCaller(headers, verify)).toEqual({
    householdId: first?.householdId,
    userId: first?.userId,
    role: 'member',
    scopes: ['read', 'write'],
    via: 'token',
  });
});

test('without credentials there is no caller', async () => {
  expect(await findCaller({}, verify)).toBeUndefined();
});
