import { authorizer } from '#shared/entry/authorizer.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { callerOf } from '#shared/identity/credentials.ts';
import { tokenVerifier } from '#shared/identity/token.ts';

const verify = tokenVerifier({
  issuer: requireEnv(ENV.oidcIssuer),
  audience: requireEnv(ENV.oidcAudience),
});

/** Who stands before the door: a token or a device key, or nobody (401). */
export const handler = authorizer((headers) => callerOf(headers, verify));
