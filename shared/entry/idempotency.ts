import { createHash } from 'node:crypto';
import { stillRunning } from '#shared/errors/still-running.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { claimKey, releaseKey, storeReply } from './idempotency-store.ts';
import type { AnyReply, JsonReply } from './reply.ts';
import type { Request } from './request.ts';
import { isRepeatable, type Route } from './routes.ts';

/** A first request, or a repeated one with the reply of the first. */
export type Claim = FirstClaim | { readonly kind: 'repeated'; readonly reply: JsonReply };

export interface FirstClaim {
  readonly kind: 'first';
  /**
   * Stores the handler's reply, or releases the key (`undefined`: the handler failed).
   * @returns false when another request has taken the key over; then nothing was stored
   */
  finish(reply: AnyReply | undefined): Promise<boolean>;
}

/**
 * Claims the Idempotency-Key of a POST, if it has one. Keys are scoped to
 * household and route. Replies are kept for a day; failures are not, so they may be tried again.
 * @throws UserError 400 bad key, 409 while the first is running, 422 for another body
 */
export async function claimIdempotencyKey(
  route: Route,
  request: Request,
): Promise<Claim | undefined> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !isRepeatable(route)) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new UserError('bad-input', 'invalid-idempotency-key', {
      pl: 'Idempotency-Key to 1–255 znaków ASCII bez spacji.',
      en: 'An Idempotency-Key is 1–255 ASCII characters without spaces.',
    });
  }
  const { household } = request;
  const id = { operation: `${route.endpoint}.${route.operationId}`, key };
  const claim = await claimKey(household, id, hashOf(request));
  switch (claim.kind) {
    case 'claimed':
      return {
        kind: 'first',
        finish: (reply) =>
          reply?.kind === 'json' && reply.status < 400
            ? storeReply(household, id, claim.claim, route.secret ? withoutBody(reply) : reply)
            : releaseKey(household, id, claim.claim),
      };
    case 'done':
      if (route.secret) throw shownOnce();
      return {
        kind: 'repeated',
        reply: {
          ...claim.reply,
          headers: { ...claim.reply.headers, 'idempotency-replayed': 'true' },
        },
      };
    case 'running':
      throw stillRunning();
    case 'other-request':
      throw new UserError('unprocessable', 'idempotency-key-reused', {
        pl: 'Ten Idempotency-Key był użyty z inną treścią.',
        en: 'This Idempotency-Key was used with another request.',
      });
  }
}

/**
 * Two requests are the same when resource and body are, byte for byte; only the boundary of a form is
 * left out, as clients generate a new one for each try.
 */
function hashOf(request: Request): Buffer {
  const { params, query, contentType, bytes, headers } = request;
  const hash = createHash('sha256').update(JSON.stringify([params, query ?? null, contentType]));
  const boundary = /;\s*boundary="?([^";]{1,70})/i.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return hash.update(bytes).digest();
  let start = 0;
  for (let at = bytes.indexOf(boundary); at !== -1; at = bytes.indexOf(boundary, start)) {
    hash.update(bytes.subarray(start, at)).update('\0');
    start = at + boundary.length;
  }
  return hash.update(bytes.subarray(start)).digest();
}

function withoutBody(reply: JsonReply): JsonReply {
  return { ...reply, body: undefined };
}

function shownOnce(): UserError {
  return new UserError('conflict', 'reply-not-kept', {
    pl: 'To już zrobiono, a odpowiedź była tajna i nie została zapisana.',
    en: 'This was done, and its reply was secret and has not been kept.',
  });
}
