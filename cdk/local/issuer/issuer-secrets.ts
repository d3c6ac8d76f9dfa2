import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPKCS8, generateKeyPair } from 'jose';

export const SIGNING_ALGORITHM = 'RS256';

/** The signing key of this data folder in PEM, made at the first run. */
export async function signingKeyOf(directory: string): Promise<string> {
  const path = join(directory, 'issuer-key.pem');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  return keep(path, await exportPKCS8(privateKey));
}

/** What a program must know to request tokens: the content of `token-secret`, made at the first run. */
export function requestSecretOf(directory: string): string {
  const path = join(directory, 'token-secret');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  return keep(path, randomBytes(32).toString('base64url'));
}

/** Whether a header is `Bearer` and the secret; how long that takes says nothing about the secret. */
export function isSecret(header: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${secret}`));
}

/** Written atomically: half a key, left by a killed run, would break every later start. */
function keep(path: string, content: string): string {
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
  return content;
}
