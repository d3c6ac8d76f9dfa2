import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { authorizer } from '#shared/entry/authorizer.ts';
import { addDeviceKey, removeDeviceKey } from '#shared/households/device-key-store.ts';
import { findCaller } from '#shared/identity/credentials.ts';
import { tokenVerifier } from '#shared/identity/token.ts';
import { testDatabase } from '#test/support/database.ts';
import { AUDIENCE, startIssuer, type TestIssuer } from '#test/support/oidc-issuer.ts';

const database = testDatabase();
let issuer: TestIssuer;
let ask: ReturnType<typeof authorizer>;
beforeAll(async () => {
  issuer = await startIssuer();
  const verify = tokenVerifier({ issuer: issuer.url, audience: AUDIENCE });
  ask = authorizer((headers) => findCaller(headers, verify));
});
afterAll(() => issuer.close());

const methodArn = 'arn:aws:execute-api:eu-central-1:000000000000:api1/prod/GET/api/v2/pantry';
const withHeaders = (headers: Record<string, string>) =>
  ask({ type: 'REQUEST', methodArn, headers });
const withToken = (token: string) => withHeaders({ Authorization: `Bearer ${token}` });

test('allows the whole stage for a good token and says whom it speaks for', async () => {
  const answer = await withToken(await issuer.token({ scope: 'foodsave/read foodsave/write' }));
  expect(answer.policyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: 'arn:aws:execute-api:eu-central-1:000000000000:api1/prod/*',
    },
  ]);
  expect(answer.context).toMatchObject({ role: 'owner', scopes: 'read write', via: 'token' });
});

test('the first sign-in makes one household, however many requests come at once', async () => {
  const token = await issuer.token({ sub: 'new', scope: 'read' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => withToken(token)));
  expect(new Set(answers.map(({ context }) => context?.householdId)).size).toBe(1);
  expect(await database.query(`select 1 from members where sub = 'new'`)).toHaveLength(1);
  const other = await withToken(await issuer.token({ sub: 'other', scope: 'read' }));
  expect(other.context?.householdId).not.toBe(answers[0]?.context?.householdId);
});

test('a token may name its audience in aud or, like Cognito, in client_id', async () => {
  await withToken(await issuer.token({ aud: AUDIENCE, client_id: 'x' }));
  await withToken(await issuer.token({ client_id: AUDIENCE }));
});

test('a viewer gets no more than reading, whatever the token says', async () => {
  const token = await issuer.token({ sub: 'guest', scope: 'read write admin' });
  await withToken(token);
  await database.query(`update members set role = 'viewer' where sub = 'guest'`);
  expect((await withToken(token)).context).toMatchObject({ role: 'viewer', scopes: 'read' });
});

test.each([
  ['only writing', 'foodsave/write openid', 'write'],
  ['nothing of ours', 'openid email', ''],
  ['no scope at all', undefined, ''],
])('a token for %s grants no reading', async (_, scope, granted) => {
  const { context } = await withToken(await issuer.token({ scope }));
  expect(context).toMatchObject({ role: 'owner', scopes: granted });
});

const now = Math.floor(Date.now() / 1000);
test.each([
  ['an expired token', () => issuer.token({ exp: now - 60 })],
  ['a token without an end', () => issuer.token({ exp: undefined })],
  ['a token for another audience', () => issuer.token({ aud: 'other', client_id: AUDIENCE })],
  ['a token for nobody', () => issuer.token({ client_id: undefined })],
  ['a token of another issuer', () => issuer.token({ iss: 'https://evil.test' })],
  ['a token without a subject', () => issuer.token({ sub: undefined })],
  ['a token not yet valid', () => issuer.token({ nbf: now + 600 })],
  ['an unsigned token', async () => new UnsecuredJWT({ sub: 'ola', exp: now + 60 }).encode()],
  [
    'a token signed with a key of somebody else',
    async () => issuer.token({}, (await generateKeyPair('ES256')).privateKey),
  ],
  [
    'a token signed with a shared secret',
    () =>
      new SignJWT({ iss: issuer.url, sub: 'ola', client_id: AUDIENCE, exp: now + 60 })
        .setProtectedHeader({ alg: 'HS256', kid: 'one' })
        .sign(new Uint8Array(32)),
  ],
  ['rubbish', async () => 'not.a.token'],
  ['a changed token', async () => `${(await issuer.token()).slice(0, -6)}AAAAAA`],
])('answers 401 to %s', async (_, token) => {
  await expect(withToken(await token())).rejects.toThrow(/^Unauthorized$/);
});

test('a clock that is off by less than five seconds is tolerated', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const at = Math.floor(Date.now() / 1000);
  vi.setSystemTime(at * 1000);
  for (const claims of [{ exp: at - 4 }, { nbf: at + 5 }]) {
    expect((await withToken(await issuer.token(claims))).context?.via).toBe('token');
  }
  for (const claims of [{ exp: at - 5 }, { nbf: at + 6 }]) {
    await expect(withToken(await issuer.token(claims))).rejects.toThrow('Unauthorized');
  }
});

test('answers 401 without credentials, and to Basic ones', async () => {
  await expect(ask({ type: 'REQUEST', methodArn, headers: null })).rejects.toThrow('Unauthorized');
  await expect(withHeaders({ Authorization: 'Basic b2xhOm9sYQ==' })).rejects.toThrow(
    'Unauthorized',
  );
});

test('a device key speaks for who made it, with its own scopes, until it is removed', async () => {
  const who = await database.newHousehold();
  const made = await addDeviceKey(who, { name: 'tablet', scopes: ['read'] });
  const answer = await withHeaders({ 'X-Device-Key': made.key });
  expect(answer.context).toMatchObject({
    householdId: who.householdId,
    userId: who.userId,
    scopes: 'read',
    via: 'device-key',
  });
  const [row] = await database.query('select last_used_at from device_keys where id = $1', [
    made.id,
  ]);
  expect(row?.last_used_at).not.toBeNull();
  await removeDeviceKey(who, made.id);
  await expect(withHeaders({ 'X-Device-Key': made.key })).rejects.toThrow('Unauthorized');
  await expect(withHeaders({ 'X-Device-Key': 'fsk_guess' })).rejects.toThrow('Unauthorized');
});

test('the last use of a device key is stored once a minute', async () => {
  const who = await database.newHousehold();
  const { key, id } = await addDeviceKey(who, { name: 'tablet', scopes: ['read'] });
  const seconds = async (ago: number) => {
    await database.query(
      'update device_keys set last_used_at = now() - make_interval(secs => $2) where id = $1',
      [id, ago],
    );
    const read = 'select last_used_at::text as at from device_keys where id = $1';
    const [before] = await database.query<{ at: string }>(read, [id]);
    await withHeaders({ 'X-Device-Key': key });
    const [after] = await database.query<{ at: string }>(read, [id]);
    return before?.at === after?.at ? 'kept' : 'stored';
  };
  expect([await seconds(0), await seconds(61)]).toEqual(['kept', 'stored']);
});

test('a device key with the scope write does not read, and is limited by the role of its owner', async () => {
  const who = await database.newHousehold();
  const made = await addDeviceKey(who, { name: 'scanner', scopes: ['write'] });
  const scopes = async () => (await withHeaders({ 'X-Device-Key': made.key })).context?.scopes;
  expect(await scopes()).toBe('write');
  await database.query(`update members set role = 'viewer' where user_id = $1`, [who.userId]);
  expect(await scopes()).toBe('');
});

test('a bad token is not made good by a device key beside it', async () => {
  const made = await addDeviceKey(await database.newHousehold(), { name: 'a', scopes: ['read'] });
  const both = { Authorization: 'Bearer rubbish', 'X-Device-Key': made.key };
  await expect(withHeaders(both)).rejects.toThrow('Unauthorized');
});

test('asks the issuer for its keys once, not for each request', async () => {
  const before = issuer.asked();
  for (let i = 0; i < 5; i += 1) await withToken(await issuer.token());
  expect(issuer.asked()).toBe(before);
});

test('an issuer that cannot be reached is a failure of ours, not a bad token', async () => {
  const verify = tokenVerifier({ issuer: 'http://127.0.0.1:1', audience: AUDIENCE });
  const lost = authorizer((headers) => findCaller(headers, verify));
  const headers = { Authorization: `Bearer ${await issuer.token()}` };
  await expect(lost({ methodArn, headers })).rejects.not.toThrow('Unauthorized');
});
