import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { startIssuer } from '#cdk/local/issuer/issuer.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

async function issuerIn(directory = temporaryFolder(), port = 0) {
  const issuer = await startIssuer({ port, directory, audience: 'FoodSaveClient' });
  onTestFinished(() => issuer.close());
  const authorization = `Bearer ${readFileSync(join(directory, 'token-secret'), 'utf8')}`;
  const ask = (body: string, headers = {}) =>
    fetch(`${issuer.url}/local/token`, {
      method: 'POST',
      body,
      headers: { authorization, ...headers },
    });
  return { issuer, directory, ask };
}

const Configuration = z.object({ issuer: z.string(), jwks_uri: z.string() });
const Granted = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number(),
});

async function verify(url: string, token: string) {
  const configuration = Configuration.parse(
    await (await fetch(`${url}/.well-known/openid-configuration`)).json(),
  );
  expect(configuration.issuer).toBe(url);
  return jwtVerify(token, createRemoteJWKSet(new URL(configuration.jwks_uri)), {
    issuer: configuration.issuer,
    audience: 'FoodSaveClient',
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'sub'],
  });
}

test('a token is verified through the published configuration and key', async () => {
  const { issuer, ask } = await issuerIn();
  const reply = await ask('{"sub":"ala","scope":"read","expiresIn":60}');
  const granted = Granted.parse(await reply.json());
  expect(granted).toMatchObject({ token_type: 'Bearer', expires_in: 60 });
  const { payload, protectedHeader } = await verify(issuer.url, granted.access_token);
  expect(payload).toMatchObject({ sub: 'ala', scope: 'read' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  expect(protectedHeader.kid).toBe('local');
});

test('an empty request gets the owner of this machine with every scope for a day', async () => {
  const { issuer, ask } = await issuerIn();
  const { access_token } = Granted.parse(await (await ask('')).json());
  expect(decodeJwt(access_token)).toMatchObject({ sub: 'local-owner', scope: 'read write admin' });
  expect(decodeJwt(await issuer.token())).toMatchObject({ sub: 'local-owner' });
});

test.each([
  '{',
  '[]',
  '{"sub":""}',
  '{"expiresIn":0}',
  '{"expiresIn":1e12}',
  '{"scope":7}',
  'x'.repeat(9000),
])('a request it cannot grant is a bad request: %.20s', async (body) => {
  const { ask } = await issuerIn();
  const reply = await ask(body);
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ error: 'invalid_request' });
});

test('a page of another origin gets no token', async () => {
  const { ask } = await issuerIn();
  expect((await ask('{}', { origin: 'https://elsewhere.example' })).status).toBe(403);
});

test.each(['', 'Bearer', 'Bearer undefined', `Bearer ${'x'.repeat(43)}`])(
  'who does not know the secret of the data folder gets no token: “%s”',
  async (authorization) => {
    const { ask, directory } = await issuerIn();
    const reply = await ask('{}', { authorization });
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ error: 'invalid_client' });
    expect(statSync(join(directory, 'token-secret')).mode & 0o777).toBe(0o600);
  },
);

test('the secret of before a restart stays good, and each data folder has its own', async () => {
  const first = await issuerIn();
  const secret = (directory: string) => readFileSync(join(directory, 'token-secret'), 'utf8');
  const again = await issuerIn(first.directory);
  expect((await again.ask('{}')).status).toBe(200);
  const other = await issuerIn();
  const authorization = `Bearer ${secret(other.directory)}`;
  expect((await again.ask('{}', { authorization })).status).toBe(401);
});

test('the key never leaves, and tokens of before a restart stay good', async () => {
  const first = await issuerIn();
  const token = await first.issuer.token();
  const keys = await (await fetch(`${first.issuer.url}/.well-known/jwks.json`)).text();
  for (const secret of ['"d"', '"p"', '"q"']) expect(keys).not.toContain(secret);
  expect(statSync(join(first.directory, 'issuer-key.pem')).mode & 0o777).toBe(0o600);
  const { port, url } = first.issuer;
  await first.issuer.close();
  const second = await issuerIn(first.directory, port);
  expect(second.issuer.url).toBe(url);
  await expect(verify(url, token)).resolves.toBeDefined();
});

test('a key that a killed run left half written is made anew', async () => {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'issuer-key.pem.new'), '-----BEGIN PRIV');
  const { issuer } = await issuerIn(directory);
  await expect(verify(issuer.url, await issuer.token())).resolves.toBeDefined();
});

test('other addresses and methods are not found', async () => {
  const { issuer } = await issuerIn();
  expect((await fetch(`${issuer.url}/`)).status).toBe(404);
  expect((await fetch(`${issuer.url}/local/token`)).status).toBe(404);
});
