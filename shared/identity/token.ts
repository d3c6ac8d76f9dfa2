import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { isVisible } from '#shared/schemas/words.ts';
import { configuredWaitMs } from '#shared/waiting/wait-limit.ts';

/** The subject of a valid token, and its scopes. */
export interface TokenSubject {
  readonly issuer: string;
  readonly sub: string;
  readonly scopes: readonly string[];
  /** The begin of 1970 for a token that does not say it. */
  readonly issuedAt: Date;
}

export interface TokenRules {
  readonly issuer: string;
  /** The `aud` of the token, or the `client_id` that Cognito writes into access tokens instead. */
  readonly audience: string;
}

export type VerifyToken = (token: string) => Promise<TokenSubject | undefined>;

/** Asymmetric only: with HS256 a public key could be taken for the shared secret. */
const ALGORITHMS = ['RS256', 'ES256'];

const MAX_VERIFIED = 1_000;
/** A verified token is not verified again for so long; whom it stands for is looked up each time. */
const TRUSTED_MS = 60_000;

/**
 * Checks tokens of one issuer, whose keys are fetched once and again when a new key id turns up.
 * Returns `undefined` for a token that is invalid for any reason.
 * @throws when the issuer's keys cannot be fetched, as the token can then not be judged
 */
export function tokenVerifier({ issuer, audience }: TokenRules): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    timeoutDuration: configuredWaitMs(), // without its keys no token can be verified
    cooldownDuration: 10_000, // unknown key ids must not cause a fetch for each request
    cacheMaxAge: 600_000,
  });
  const verified = new Map<string, { readonly subject: TokenSubject; readonly until: number }>();
  return async (token) => {
    const digest = createHash('sha256').update(token).digest('base64'); // no tokens in memory
    const known = verified.get(digest);
    if (known !== undefined && Date.now() < known.until) return known.subject;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      if (!isForAudience(payload, audience) || !isSubject(payload.sub)) return undefined;
      // Cognito signs these with the same keys; they say who somebody is, not what a program may do.
      if (payload.token_use === 'id') return undefined;
      const issuedAt = new Date((payload.iat ?? 0) * 1000);
      const subject = { issuer, sub: payload.sub ?? '', scopes: scopesOf(payload), issuedAt };
      if (verified.size >= MAX_VERIFIED) verified.clear();
      const until = Math.min(Date.now() + TRUSTED_MS, (payload.exp ?? 0) * 1000);
      verified.set(digest, { subject, until });
      return subject;
    } catch (error) {
      if (isBadToken(error)) return undefined;
      throw error;
    }
  };
}

/** Something that Postgres can hold, and somebody. */
function isSubject(sub: string | undefined): boolean {
  return sub !== undefined && isVisible(sub) && !sub.includes('\0') && sub.isWellFormed();
}

function isForAudience(payload: JWTPayload, audience: string): boolean {
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
