import { authorizer } from '#shared/entry/authorizer.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { findCaller } from '#shared/identity/credentials.ts';
import { tokenVerifier } from '#shared/identity/token.ts';

const verify = tokenVerifier({
  issuer: requireEnv(ENV.oidcIssuer),
  audience: requireEnv(ENV.oidcAudience),
});

/** Identifies the caller by a token or a device key; 401 without either. */
export const handler = authorizer((headers) => findCaller(headers, verify));
