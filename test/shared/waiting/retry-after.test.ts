import { expect, test } from 'vitest';
import { retryAfterMs } from '#shared/waiting/retry-after.ts';

test.each([
  ['0', 0],
  [' 120 ', 120_000],
  ['Sat, 28 Nov 2026 12:00:10 GMT', 10_000],
  ['Sat, 28 Nov 2026 11:59:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(retryAfterMs(header, () => Date.UTC(2026, 10, 28, 12))).toBe(ms);
});
