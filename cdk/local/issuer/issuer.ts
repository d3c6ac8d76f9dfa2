import { createPublicKey } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';

const ALGORITHM = 'RS256';
const KEY_ID = 'local';
const MAX_LIFETIME_SECONDS = 30 * 86_400;

const TokenRequest = z.object({
  sub: z._default(z.string().check(z.minLength(1)), 'local-owner'),
  scope: z._default(z.string(), 'read write admin'),
  expiresIn: z._default(z.number().check(z.minimum(1), z.maximum(MAX_LIFETIME_SECONDS)), 86_400),
});
export type TokenRequest = z.input<typeof TokenRequest>;

export interface Issuer extends Listener {
  token(request?: TokenRequest): Promise<string>;
}

/**
 * An OpenID issuer for this machine. It listens on 127.0.0.1 only; anyone who
 * can reach it may request a token, which is what the data folder's owner can do anyway.
 */
export async function startIssuer(options: {
  port: number;
  directory: string;
  audience: string;
}): Promise<Issuer> {
  const pem = await keyOf(options.directory);
  const key = await importPKCS8(pem, ALGORITHM);
  const jwk = {
    ...(await exportJWK(createPublicKey(pem))),
    kid: KEY_ID,
    alg: ALGORITHM,
    use: 'sig',
  };

  async function token(request: TokenRequest = {}): Promise<string> {
    const { sub, scope, expiresIn } = TokenRequest.parse(request);
    return new SignJWT({ scope })
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(listener.url)
      .setAudience(options.audience)
      .setIssuedAt()
      .setExpirationTime(`${expiresIn}s`)
      .sign(key);
  }

  const listener = await listen(options.port, async (request, response) => {
    const reply = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    // A page of another origin may not request tokens on behalf of its visitor.
    if (request.headers.origin !== undefined) reply(403, { error: 'forbidden' });
    else if (request.url === '/.well-known/openid-configuration') {
      reply(200, {
        issuer: listener.url,
        jwks_uri: `${listener.url}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: [ALGORITHM],
      });
    } else if (request.url === '/.well-known/jwks.json') reply(200, { keys: [jwk] });
    else if (request.method === 'POST' && request.url === '/local/token') {
      try {
        const body = (await readBody(request, 4096)).toString() || '{}';
        const asked = TokenRequest.parse(JSON.parse(body));
        reply(200, {
          access_token: await token(asked),
          token_type: 'Bearer',
          expires_in: asked.expiresIn,
        });
      } catch (error) {
        reply(400, { error: 'invalid_request', error_description: String(error) });
      }
    } else reply(404, { error: 'not_found' });
  });
  return { ...listener, token };
}

/** The signing key of this data folder, made at the first run. */
async function keyOf(directory: string): Promise<string> {
  const path = join(directory, 'issuer-key.pem');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const pem = await exportPKCS8(privateKey);
  // Written atomically: half a key, left by a killed run, would break every later start.
  writeFileSync(`${path}.new`, pem, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
  return pem;
}
