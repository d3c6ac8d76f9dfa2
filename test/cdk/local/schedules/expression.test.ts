import { Cron } from 'croner';
import { expect, test } from 'vitest';
import { timesOf } from '#cdk/local/schedules/expression.ts';

test.each([
  ['cron(0 3 * * ? *)', '2026-11-25T03:00:00.000Z'],
  ['cron(30 4 ? * 2 *)', '2026-11-30T04:30:00.000Z'], // 2 is Monday to EventBridge
  ['cron(0 12 1 * ? *)', '2026-12-01T12:00:00.000Z'],
  ['cron(0 6 ? * MON-FRI *)', '2026-11-25T06:00:00.000Z'],
  ['cron(0 6 ? * 2-7/3 *)', '2026-11-26T06:00:00.000Z'], // Monday and Thursday
  ['cron(5/20 * * * ? *)', '2026-11-24T12:05:00.000Z'],
  ['cron(0 1,8/6 * * ? *)', '2026-11-24T14:00:00.000Z'],
])('%s next runs when EventBridge would run it', (expression, next) => {
  const { pattern } = timesOf('test', expression);
  const from = new Date('2026-11-24T12:00:00Z');
  expect(new Cron(pattern, { timezone: 'UTC' }).nextRun(from)?.toISOString()).toBe(next);
});

test('a rate waits one period before its first run', () => {
  const before = Date.now();
  const { interval } = timesOf('test', 'rate(5 minutes)');
  expect(interval.interval).toBe(300);
  expect(interval.startAt?.getTime()).toBeGreaterThanOrEqual(before + 300_000);
});

test.each([
  'rate(5 fortnights)',
  'cron(0 3 * * ? 2027)',
  'at(2026-11-24T00:00:00)',
  'cron(0 3 L * ? *)',
  'cron(0 3 15W * ? *)',
  'cron(0 3 ? * 2#1 *)',
  'cron(0 3 ? * 6L *)',
  'cron(0 3 1 * MON *)',
])('%s is refused with the name of its schedule', (expression) => {
  expect(() => timesOf('Sweep', expression)).toThrow(/Sweep/);
});
