import { afterEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { askService } from '#shared/waiting/ask-service.ts';
import {
  beginInvocation,
  endInvocation,
  noteSilence,
  waitMs,
  wasSilent,
} from '#shared/waiting/wait-limit.ts';

afterEach(() => {
  endInvocation();
  vi.unstubAllEnvs();
});

const withLeft = (ms: number) => beginInvocation({ getRemainingTimeInMillis: () => ms });

test.each([
  ['as long as the template says', 29_000, 1_500],
  ['what is left of the invocation, less the time to say so', 1_600, 1_100],
  ['a moment when nothing is left, for 0 would mean for ever', 100, 1],
])('a wait lasts %s', (_, left, expected) => {
  vi.stubEnv(ENV.serviceWaitMs, '1500');
  withLeft(left);
  expect(waitMs()).toBe(expected);
});

test('a service that was silent once is not waited for again in the same invocation', async () => {
  vi.stubEnv(ENV.serviceWaitMs, '5');
  withLeft(29_000);
  const asked = vi.fn(
    (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const ask = () => askService('storage', asked);
  await expect(ask()).rejects.toMatchObject({ name: 'ServiceAway', code: 'storage-away' });
  await expect(ask()).rejects.toMatchObject({ name: 'ServiceAway', code: 'storage-away' });
  expect(asked).toHaveBeenCalledOnce();
  withLeft(29_000);
  await expect(ask()).rejects.toMatchObject({ code: 'storage-away' });
  expect(asked).toHaveBeenCalledTimes(2);
});

test('one that refused is asked again, and what it answered is no absence', async () => {
  const refusal = new Error('NoSuchKey');
  const ask = (error: Error) =>
    askService(
      'storage',
      () => Promise.reject(error),
      (given) => given === refusal,
    );
  await expect(ask(refusal)).rejects.toBe(refusal);
  await expect(ask(new Error('ECONNREFUSED'))).rejects.toMatchObject({ code: 'storage-away' });
  expect(wasSilent('storage')).toBe(false);
});

test('the silence of a service ends with the invocation', () => {
  noteSilence('database');
  expect(wasSilent('database')).toBe(true);
  endInvocation();
  expect(wasSilent('database')).toBe(false);
});
