import { ENV } from '#shared/env.ts';
import { tokenVerifier, type VerifyToken } from './token.ts';

let verifier: VerifyToken | undefined;

/** Whether the request to an open route carries a valid token. False when the issuer cannot be reached. */
export async function isBearer(
  headers: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const issuer = process.env[ENV.oidcIssuer];
  const audience = process.env[ENV.oidcAudience];
  if (token === undefined || issuer === undefined || audience === undefined) return false;
  verifier ??= tokenVerifier({ issuer, audience });
  return (await verifier(token).catch(() => undefined)) !== undefined;
}
