import { ENV } from '#shared/env.ts';
import { tokenVerifier, type VerifyToken } from './token.ts';

let verifier: VerifyToken | undefined;

/** Whether an open route was asked by somebody with a valid token. An issuer that is away: no. */
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
