import { describe, expect, test } from 'vitest';
import { decideSweep } from '#shared/uploads/sweep.ts';
import { STATUSES } from '#shared/uploads/upload-state.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEAVE = { kind: 'leave' };
const NEVER_CAME = { kind: 'fail', code: 'file-never-came' };

describe('an upload that awaits its file', () => {
  const awaited = (expiresAt: Date | null, updatedAt = ago(DAY)) =>
    decideSweep(
      { status: 'awaiting-file', attempt: 1, updatedAt, expiresAt, isWaiting: false },
      now,
    );

  test('has a minute after its link expired: it may be on its way through the queue', () => {
    expect(awaited(ago(-1))).toEqual(LEAVE);
    expect(awaited(ago(0))).toEqual(LEAVE);
    expect(awaited(ago(1))).toEqual(LEAVE);
    expect(awaited(ago(MINUTE))).toEqual(LEAVE);
    expect(awaited(ago(MINUTE + 1))).toEqual(NEVER_CAME);
  });

  test('is judged by the expiry of its link, not by its last update', () => {
    expect(awaited(ago(2 * MINUTE), ago(0))).toEqual(NEVER_CAME);
    expect(awaited(null)).toEqual(LEAVE);
  });
});

describe.each(['queued', 'reading', 'parsing', 'matching', 'saving'] as const)('%s', (status) => {
  const touched = (milliseconds: number, attempt = 1, isWaiting = false) => {
    const updatedAt = ago(milliseconds);
    return decideSweep({ status, attempt, updatedAt, expiresAt: ago(DAY), isWaiting }, now);
  };

  test('counts as stuck after 30 minutes without an update', () => {
    expect(touched(0)).toEqual(LEAVE);
    expect(touched(30 * MINUTE)).toEqual(LEAVE);
    expect(touched(30 * MINUTE + 1)).toEqual({ kind: 'again' });
  });

  test('is not stuck while it waits in line, however long', () => {
    expect(touched(DAY, 1, true)).toEqual(LEAVE);
  });

  test('is tried three times, then fails', () => {
    const stuck = (attempt: number) => touched(31 * MINUTE, attempt);
    expect([1, 2, 3, 4].map(stuck)).toEqual([
      { kind: 'again' },
      { kind: 'again' },
      { kind: 'fail', code: 'gave-up' },
      { kind: 'fail', code: 'gave-up' },
    ]);
  });
});

test('an upload with a final status is left alone', () => {
  const ended = ['done', 'needs-review', 'failed'] as const;
  for (const status of ended) {
    const upload = {
      status,
      attempt: 1,
      updatedAt: ago(DAY),
      expiresAt: ago(DAY),
      isWaiting: false,
    };
    expect(decideSweep(upload, now), status).toEqual(LEAVE);
  }
  // Every other status is one of those above.
  expect(STATUSES).toHaveLength(ended.length + 6);
});
