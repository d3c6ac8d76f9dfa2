import { expect, test } from 'vitest';
import { beginExchange } from '#shared/entry/exchange.ts';
import { isUnexpected, problemReply } from '#shared/entry/problem.ts';
import { UserError, type UserErrorKind } from '#shared/errors/user-error.ts';
import { proxyEvent } from '#test/support/call.ts';

const exchange = beginExchange(proxyEvent({ resource: '/things' }));
const text = { pl: 'Za często.', en: 'Too often.' };

test.each([
  ['bad-input', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['conflict', 409],
  ['precondition-failed', 412],
  ['too-large', 413],
  ['unsupported-type', 415],
  ['unprocessable', 422],
  ['precondition-required', 428],
  ['too-many', 429],
  ['unavailable', 503],
] as const)('a failure of kind %s is a %i with a title', (kind: UserErrorKind, status) => {
  const { body, ...reply } = problemReply(new UserError(kind, 'some-code', text), exchange);
  expect(reply).toMatchObject({
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
  expect(body).toMatchObject({ status, code: 'some-code', detail: 'Za często.' });
  expect(body).toHaveProperty('title', expect.not.stringMatching(/^\d/));
});

test('says when to come back, and how much is left', () => {
  const headers = { 'ratelimit-limit': '60', 'ratelimit-remaining': '0' };
  const error = new UserError('too-many', 'slow-down', text, { retryAfter: 30, headers });
  expect(problemReply(error, exchange).headers).toMatchObject({ 'retry-after': '30', ...headers });
});

test('says with 401 how to sign in', () => {
  const error = new UserError('unauthorized', 'unauthorized', text);
  expect(problemReply(error, exchange).headers['www-authenticate']).toBe('Bearer');
});

test('only what nobody meant is unexpected', () => {
  expect(isUnexpected(new Error('x'))).toBe(true);
  expect(isUnexpected('text')).toBe(true);
  expect(isUnexpected(new UserError('unavailable', 'away', text))).toBe(false);
});
