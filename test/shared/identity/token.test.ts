import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { tokenVerifier, type VerifyToken } from '#shared/identity/token.ts';

const audience = 'foodsave-client';
let server: Server;
let issuer: string;
let asked = 0;
let answer: (response: ServerResponse) => void;
let verify: VerifyToken;

beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1;
    answer(response.setHeader('content-type', 'application/json'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  issuer = `http://127.0.0.1:${address.port}`;
});
beforeEach(() => {
  asked = 0;
  verify = tokenVerifier({ issuer, audience });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** From now on the issuer has this key and no other. @returns a signer of tokens with it */
async function useKey(kid: string, alg = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), kid, alg };
  answer = (response) => response.end(JSON.stringify({ keys: [jwk] }));
  return (claims: object = {}) => sign(privateKey, { kid, alg }, claims);
}

function sign(key: CryptoKey, header: { kid: string; alg: string }, claims: object) {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  return new SignJWT({ iss: issuer, sub: 'ola', client_id: audience, exp, ...claims })
    .setProtectedHeader(header)
    .sign(key);
}

test.each(['ES256', 'RS256'])('takes a token signed with %s', async (alg) => {
  const token = await useKey('one', alg);
  const known = { issuer, sub: 'ola', scopes: [] };
  expect(await verify(await token({ iat: 1_700_000_000 }))).toEqual({
    ...known,
    issuedAt: new Date('2023-11-14T22:13:20Z'),
  });
  // One that does not say when is older than all that do.
  expect(await verify(await token())).toEqual({ ...known, issuedAt: new Date(0) });
});

test('takes no token signed with another algorithm, though the issuer has its key', async () => {
  const token = await useKey('one', 'ES384');
  expect(await verify(await token())).toBeUndefined();
});

test.each([
  ['nobody', { sub: '' }],
  ['somebody who cannot be seen', { sub: '\u200b' }],
  ['a subject that Postgres cannot hold', { sub: 'a\0b' }],
  ['half a character', { sub: 'a\ud83e' }],
])('takes no token of %s', async (_, claims) => {
  const token = await useKey('one');
  expect(await verify(await token(claims))).toBeUndefined();
});

test('takes access tokens only, no ID tokens of the same issuer', async () => {
  const token = await useKey('one');
  expect(await verify(await token({ token_use: 'id', aud: audience }))).toBeUndefined();
  expect(await verify(await token({ token_use: 'access' }))).toBeDefined();
});

test('reads scopes without the name of their resource server', async () => {
  const token = await useKey('one');
  const scopes = async (scope: unknown) => (await verify(await token({ scope })))?.scopes;
  expect(await scopes('foodsave/read openid https://api.test/v2/write')).toEqual([
    'read',
    'openid',
    'write',
  ]);
  expect(await scopes(undefined)).toEqual([]);
  expect(await scopes(['admin'])).toEqual([]);
});

test('finds its audience among others, and believes client_id only where there is no aud', async () => {
  const token = await useKey('one');
  const isTaken = async (claims: object) => (await verify(await token(claims))) !== undefined;
  expect(await isTaken({ aud: ['other', audience], client_id: 'other' })).toBe(true);
  expect(await isTaken({ aud: ['other'] })).toBe(false);
  expect(await isTaken({ aud: [] })).toBe(false);
});

test('forgives a clock that is off by five seconds, not by more', async () => {
  const token = await useKey('one');
  const now = Math.floor(Date.now() / 1000);
  vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 });
  expect(await verify(await token({ exp: now - 4 }))).toBeDefined();
  expect(await verify(await token({ exp: now - 6 }))).toBeUndefined();
});

test('fetches a new key ten seconds after the last fetch, and does not ask before', async () => {
  const start = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  const old = await useKey('old');
  expect(await verify(await old())).toBeDefined();
  const rotated = await useKey('new');
  vi.setSystemTime(start + 9_000);
  expect(await verify(await rotated())).toBeUndefined();
  expect(asked).toBe(1);
  vi.setSystemTime(start + 11_000);
  expect(await verify(await rotated())).toBeDefined();
  expect(asked).toBe(2);
});

test.each([
  ['fails', (response: ServerResponse) => response.writeHead(500).end('{}')],
  ['answers no JSON', (response: ServerResponse) => response.end('<html>')],
  ['answers no keys', (response: ServerResponse) => response.end('{"keys":"none"}')],
  ['is silent', () => undefined],
])('an issuer that %s makes no token bad: nobody knows', async (_, failing) => {
  const token = await useKey('one');
  answer = failing;
  vi.stubEnv(ENV.serviceWaitMs, '200'); // of silence
  await expect(tokenVerifier({ issuer, audience })(await token())).rejects.toThrow();
});

test('a token that was verified ends with its time, and with its key', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const token = await useKey('one');
  const [soon, later] = [600, 7200].map((left) => Math.floor(Date.now() / 1000) + left);
  const [short, long] = [await token({ exp: soon }), await token({ exp: later })];
  for (const one of [short, long, short, long])
    expect(await verify(one)).toMatchObject({ sub: 'ola' });
  vi.setSystemTime(Date.now() + 590_000);
  expect(await verify(short)).toBeDefined();
  vi.setSystemTime(Date.now() + 20_000);
  expect(await verify(short)).toBeUndefined();
  await useKey('two');
  vi.setSystemTime(Date.now() + 700_000); // the keys that were fetched are old by now
  expect(await verify(long)).toBeUndefined();
});
