import { expect, test } from 'vitest';
import { keptBackups } from '#shared/backup/retention.ts';

const DAY = 24 * 60 * 60 * 1000;
/** One backup a day at four in the morning, back from a Saturday; named by its day. */
const daily = (days: number) =>
  Array.from({ length: days }, (_, age) => {
    const startedAt = new Date(Date.parse('2026-11-28T04:00:00Z') - age * DAY).toISOString();
    return { backupId: startedAt.slice(0, 10), startedAt };
  });
const keptBy = (rule: string, days: number) =>
  [...keptBackups(daily(days))].filter(([, by]) => by === rule).map(([id]) => id);

test('of two years of days the newest of 7 days, 4 weeks and 12 months are kept', () => {
  const kept = keptBackups(daily(730));
  expect(keptBy('monthly', 730)).toEqual([
    ...['2026-11-28', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
    ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
  ]);
  // Sundays; the week that is not over is kept by the month.
  expect(keptBy('weekly', 730)).toEqual(['2026-11-22', '2026-11-15', '2026-11-08']);
  expect(keptBy('daily', 730)).toEqual([
    ...['2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23'],
  ]);
  expect(kept.size).toBe(20);
});

test('of several on one day the newest is kept', () => {
  const morning = { backupId: 'morning', startedAt: '2026-11-28T04:00:00.000Z' };
  const evening = { backupId: 'evening', startedAt: '2026-11-28T20:00:00.000Z' };
  expect([...keptBackups([morning, evening]).keys()]).toEqual(['evening']);
});

test('days without a backup do not count: the last seven that have one are kept', () => {
  const sparse = daily(20).filter((_, at) => at % 2 === 0);
  expect(keptBackups(sparse).size).toBe(7 + 1);
});
