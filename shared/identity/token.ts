import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';

/** Whom a good token names, and what it allows. */
export interface TokenSubject {
  readonly issuer: string;
  readonly sub: string;
  readonly scopes: readonly string[];
}

export interface TokenRules {
  readonly issuer: string;
  /** The `aud` of the token, or the `client_id` that Cognito writes into access tokens instead. */
  readonly audience: string;
}

export type VerifyToken = (token: string) => Promise<TokenSubject | undefined>;

/** Asymmetric only: with HS256 a public key could be taken for the shared secret. */
const ALGORITHMS = ['RS256', 'ES256'];

/**
 * Checks tokens of one issuer, whose keys are fetched once and again when a new key id turns up.
 * Answers `undefined` for a token that is no good for any reason; throws when the issuer's keys
 * cannot be had, because then nobody knows.
 */
export function tokenVerifier({ issuer, audience }: TokenRules): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    timeoutDuration: 10_000, // beside a busy issuer; without keys nobody gets in
    cooldownDuration: 10_000, // unknown key ids must not make us ask the issuer for each request
    cacheMaxAge: 600_000,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      if (!isMeantFor(payload, audience)) return undefined;
      return { issuer, sub: payload.sub ?? '', scopes: scopesOf(payload) };
    } catch (error) {
      if (isBadToken(error)) return undefined;
      throw error;
    }
  };
}

function isMeantFor(payload: JWTPayload, audience: string): boolean {
  if (payload.aud !== undefined) return [payload.aud].flat().includes(audience);
  return payload.client_id === audience;
}

/** `foodsave/read openid` → `['read', 'openid']`: resource servers put their name before a scope. */
function scopesOf(payload: JWTPayload): string[] {
  const words = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
  return words.map((word) => word.slice(word.lastIndexOf('/') + 1));
}

function isBadToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return false;
  return (
    error instanceof errors.JOSEError &&
    // JOSEError itself is what a failed fetch of the keys throws (`ERR_JOSE_GENERIC`).
    error.code !== 'ERR_JOSE_GENERIC' &&
    error.code !== 'ERR_JWKS_INVALID'
  );
}
