import { once } from 'node:events';
import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TestIssuer {
  readonly url: string;
  readonly key: CryptoKey;
  /** How often the keys were asked for. */
  asked(): number;
  /** A token that is good for an hour, unless the claims or the key say otherwise. */
  token(claims?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  close(): void;
}

export const AUDIENCE = 'foodsave-client';

/** An OIDC issuer with one ES256 key, as far as a verifier can see. */
export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    key: privateKey,
    asked: () => asked,
    token: (claims = {}, key = privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: url, sub: 'ola', client_id: AUDIENCE, exp: now + 3600, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key);
    },
    close: () => server.close(),
  };
}
