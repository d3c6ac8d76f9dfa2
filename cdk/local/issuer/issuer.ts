import { createPublicKey } from 'node:crypto';
import { exportJWK, importPKCS8, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';
import { isSecret, requestSecretOf, SIGNING_ALGORITHM, signingKeyOf } from './issuer-secrets.ts';

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
 * An OpenID issuer for this machine. It listens on 127.0.0.1 only, where other users of the machine
 * reach it too: `POST /local/token` wants the secret of the data folder as its Bearer token.
 */
export async function startIssuer(options: {
  port: number;
  directory: string;
  audience: string;
}): Promise<Issuer> {
  const pem = await signingKeyOf(options.directory);
  const secret = requestSecretOf(options.directory);
  const key = await importPKCS8(pem, SIGNING_ALGORITHM);
  const jwk = {
    ...(await exportJWK(createPublicKey(pem))),
    kid: KEY_ID,
    alg: SIGNING_ALGORITHM,
    use: 'sig',
  };

  async function token(request: TokenRequest = {}): Promise<string> {
    const { sub, scope, expiresIn } = TokenRequest.parse(request);
    return new SignJWT({ scope })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: KEY_ID, typ: 'JWT' })
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
        id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
      });
    } else if (request.url === '/.well-known/jwks.json') reply(200, { keys: [jwk] });
    else if (request.method === 'POST' && request.url === '/local/token') {
      if (!isSecret(request.headers.authorization, secret)) {
        response.setHeader('www-authenticate', 'Bearer');
        const why = 'Send the content of token-secret in the data folder as Bearer token.';
        reply(401, { error: 'invalid_client', error_description: why });
        return;
      }
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
