import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CheckName, checkHealth, type Health, type Probe } from '#shared/health/health.ts';
import { recentHealth } from '#shared/health/recent-health.ts';

const NAMES: readonly CheckName[] = [
  ...(['database', 'cache', 'orchestrator', 'llm', 'vector_store', 'storage', 'queue'] as const),
];
const well = async () => undefined;
const away = async () => {
  throw new Error('refused');
};
const ABOUT = { version: '1', environment: 'test' };

/** All probes alike, but for those that are named. */
function probes(each: Probe, others: Partial<Record<CheckName, Probe>> = {}) {
  const all = NAMES.map((name) => [name, name in others ? others[name] : each]);
  return Object.fromEntries(all) as Record<CheckName, Probe>;
}

afterEach(() => void vi.useRealTimers());

test.each(NAMES)('without %s it is as bad as that is', async (name) => {
  const { status, checks } = await checkHealth(probes(well, { [name]: away }), ABOUT);
  expect(checks[name]).toMatchObject({ status: 'unhealthy', detail: 'refused' });
  const isRequired = name === 'database' || name === 'storage';
  expect(status).toBe(isRequired ? 'unhealthy' : 'degraded');
});

test('what is not configured is no fault', async () => {
  const { status, checks } = await checkHealth(probes(well, { llm: undefined }), ABOUT);
  expect(status).toBe('healthy');
  expect(checks.llm).toEqual({ status: 'not-configured', latencyMs: null });
});

test('services that say nothing are given up together after two seconds', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const silent = () => {
    asked += 1;
    return new Promise<undefined>(() => undefined);
  };
  let found: Health | undefined;
  void checkHealth(probes(silent), ABOUT).then((health) => {
    found = health;
  });
  await vi.advanceTimersByTimeAsync(1_999);
  expect(asked).toBe(7);
  expect(found).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(found?.status).toBe('unhealthy');
});

describe('the health of the last five seconds', () => {
  const made = () => {
    let now = 1_000;
    let checks = 0;
    const recent = recentHealth(
      async () => {
        checks += 1;
        return await checkHealth(probes(well), ABOUT);
      },
      () => now,
    );
    return { recent, checks: () => checks, pass: (ms: number) => (now += ms) };
  };

  test('is found once, also by those who ask at the same time', async () => {
    const { recent, checks, pass } = made();
    await Promise.all([recent(), recent()]);
    pass(4_999);
    await recent();
    expect(checks()).toBe(1);
    pass(1);
    await recent();
    expect(checks()).toBe(2);
  });

  test('is found anew after the clock was put back', async () => {
    const { recent, checks, pass } = made();
    await recent();
    pass(-3_600_000);
    await recent();
    expect(checks()).toBe(2);
  });
});
