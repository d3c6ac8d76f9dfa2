import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { isBearer } from '#shared/identity/bearer.ts';
import { AUDIENCE, startIssuer, type TestIssuer } from '#test/support/oidc-issuer.ts';

let issuer: TestIssuer;
let token: string;
beforeAll(async () => {
  issuer = await startIssuer();
  token = await issuer.token();
});
beforeEach(() => {
  vi.stubEnv(ENV.oidcIssuer, issuer.url);
  vi.stubEnv(ENV.oidcAudience, AUDIENCE);
});
afterAll(() => {
  vi.unstubAllEnvs();
  issuer.close();
});

test.each(['Bearer ', 'bearer ', 'Bearer   '])(
  'knows a valid token behind "%s"',
  async (scheme) => {
    expect(await isBearer({ authorization: `${scheme}${token}` })).toBe(true);
  },
);

test('knows nobody without a token, with another scheme, or with words around it', async () => {
  expect(await isBearer({})).toBe(false);
  for (const authorization of [
    '',
    'Bearer',
    `Basic ${token}`,
    `Not Bearer ${token}`,
    `Bearer ${token} more`,
    token,
  ]) {
    expect(await isBearer({ authorization }), authorization).toBe(false);
  }
});

test('knows nobody by a token that is no good', async () => {
  const expired = await issuer.token({ exp: Math.floor(Date.now() / 1000) - 60 });
  expect(await isBearer({ authorization: `Bearer ${expired}` })).toBe(false);
  expect(await isBearer({ authorization: 'Bearer rubbish' })).toBe(false);
});

test.each([ENV.oidcIssuer, ENV.oidcAudience])('knows nobody where %s is not set', async (name) => {
  const headers = { authorization: `Bearer ${token}` };
  expect(await isBearer(headers)).toBe(true);
  vi.stubEnv(name, undefined);
  expect(await isBearer(headers)).toBe(false);
});

test('knows nobody while the issuer cannot be reached, and does not fail', async () => {
  vi.stubEnv(ENV.oidcIssuer, 'http://127.0.0.1:1');
  vi.resetModules(); // the verifier of the tests above has the keys already
  const fresh = await import('#shared/identity/bearer.ts');
  expect(await fresh.isBearer({ authorization: `Bearer ${token}` })).toBe(false);
});
