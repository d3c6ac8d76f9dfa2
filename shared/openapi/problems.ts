import * as z from 'zod/mini';
import { isRepeatable, type Route } from '#shared/entry/routes.ts';

type Codes = Readonly<Record<number, readonly string[]>>;

/** What the gateway answers before any function is asked. */
const GATEWAY: Codes = { 400: ['bad-request'], 429: ['too-many-requests'] };
const WITH_CREDENTIALS: Codes = {
  400: ['invalid-query', 'forbidden-character'],
  401: ['unauthorized'],
  403: ['missing-scope'],
};
const WITHOUT_DEVICE_KEYS: Codes = { 403: ['device-key-refused'] };
const NAMED: Codes = { 404: ['not-found'] };
const WITH_BODY: Codes = { 413: ['too-large'] };
const WITH_JSON: Codes = {
  400: ['invalid-body', 'invalid-json', 'invalid-utf8', 'json-too-deep', 'forbidden-key'],
  413: ['json-too-large'],
};
const ONLY_JSON: Codes = { 415: ['not-json'] };
const PAGED: Codes = { 400: ['invalid-cursor'] };
const REPEATABLE: Codes = {
  400: ['invalid-idempotency-key'],
  409: ['still-running'],
  422: ['idempotency-key-reused'],
};
/** Whoever says that one service may be away has to say so of those that everybody needs. */
const LIMITED: Codes = {
  429: ['rate-limited'],
  503: ['limits-away', 'database-away', 'unavailable'],
};
const SHOWN_ONCE: Codes = { 409: ['reply-not-kept'] };
const VERSIONED: Codes = { 412: ['version-mismatch'], 428: ['if-match-required'] };

/** The codes of every problem below 500 that a route answers, and of those it declares itself; by status. */
export function problemsOf(route: Route): ReadonlyMap<number, readonly string[]> {
  const { method, path, scope, signedIn, query, body, secret, limit, problems = {} } = route;
  const found = new Map<number, readonly string[]>();
  for (const codes of [
    GATEWAY,
    ...(scope === 'open' ? [] : [WITH_CREDENTIALS]),
    ...(signedIn ? [WITHOUT_DEVICE_KEYS] : []),
    ...(path.includes('{') ? [NAMED] : []),
    ...(body !== undefined ? [WITH_BODY] : []),
    ...(takesJson(body) ? [WITH_JSON] : []),
    ...(body !== undefined && !('media' in body) ? [ONLY_JSON] : []),
    ...(hasCursor(query) ? [PAGED] : []),
    ...(isRepeatable(route) ? [REPEATABLE] : []),
    ...(limit !== undefined ? [LIMITED] : []),
    ...(secret ? [SHOWN_ONCE] : []),
    ...(method === 'PATCH' ? [VERSIONED] : []),
    problems,
  ]) {
    for (const [status, more] of Object.entries(codes)) {
      found.set(Number(status), [...(found.get(Number(status)) ?? []), ...more]);
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function takesJson(body: Route['body']): boolean {
  return body !== undefined && (!('media' in body) || 'application/json' in body.media);
}

function hasCursor(query: Route['query']): boolean {
  return query instanceof z.ZodMiniObject && 'cursor' in query.shape;
}
