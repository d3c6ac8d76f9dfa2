import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addToCounter, deleteKeys, getKeys, setKey } from '#shared/clients/redis.ts';
import { breaker, isRefusal, type Pass } from '#shared/resilience/breaker.ts';
import { isCircuitOpen } from '#shared/resilience/circuit-open.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { redisStore } from '#shared/resilience/redis-store.ts';
import { writeLine } from '#shared/telemetry/metrics.ts';
import { logLines } from '#test/support/log-lines.ts';
import { testRedis } from '#test/support/redis.ts';

testRedis();

const redis = { addToCounter, deleteKeys, getKeys, setKey };
const fails = () => Promise.reject(new Error('away'));

/** What breakers of one name do, wherever their state is kept. */
function describeBreaker(
  where: string,
  storeAt: (now: () => number) => ReturnType<typeof redisStore>,
) {
  describe(`a breaker whose state is in ${where}`, () => {
    const set = () => {
      const clock = { now: 1_000_000 };
      const store = storeAt(() => clock.now);
      const name = randomUUID();
      const policy = { failures: 3, openMs: 60_000, probeMs: 20_000 };
      const another = () => breaker(name, store, policy, () => clock.now);
      return { clock, another, one: another() };
    };
    const enter = async (one: ReturnType<typeof breaker>): Promise<Pass> => {
      const entry = await one.enter();
      if (isRefusal(entry)) throw new Error(`refused for ${entry.retryAfterMs}`);
      return entry;
    };
    const failThrice = async (one: ReturnType<typeof breaker>) => {
      for (let n = 0; n < 3; n += 1) await expect(one.run(fails)).rejects.toThrow('away');
    };

    test('opens at the third failure in a row, and asks nobody for a minute', async () => {
      const { clock, one, another } = set();
      for (let n = 0; n < 2; n += 1) await expect(one.run(fails)).rejects.toThrow('away');
      expect(await one.run(async () => 'well')).toBe('well');
      for (let n = 0; n < 2; n += 1) await expect(one.run(fails)).rejects.toThrow('away');
      expect(await one.state()).toBe('closed');
      await expect(one.run(fails)).rejects.toThrow('away');
      expect(await another().state()).toBe('open');
      clock.now += 59_999;
      let asked = 0;
      const refused = await another()
        .run(async () => ++asked)
        .catch((error: unknown) => error);
      expect(isCircuitOpen(refused) && refused.retryAfterMs).toBe(1);
      expect(asked).toBe(0);
      expect(await one.state()).toBe('open');
    });

    test('lets one probe through after that, and all when it succeeds', async () => {
      const { clock, one, another } = set();
      await failThrice(one);
      clock.now += 60_000;
      expect(await one.state()).toBe('half-open');
      const probe = await enter(one);
      expect(isRefusal(await another().enter())).toBe(true);
      await probe.succeeded();
      expect(await another().state()).toBe('closed');
      await enter(another());
      await expect(one.run(fails)).rejects.toThrow('away');
      expect(await one.state()).toBe('closed');
    });

    test('stays open for another minute when the probe fails', async () => {
      const { clock, one, another } = set();
      await failThrice(one);
      clock.now += 60_000;
      await (await enter(one)).failed();
      clock.now += 59_999;
      expect(isRefusal(await another().enter())).toBe(true);
      clock.now += 1;
      await enter(another());
    });

    test('measures at each refusal since when it has been failing, probes included', async () => {
      const { clock, one, another } = set();
      await failThrice(one);
      await logLines(async () => writeLine('INFO', 'request', {})); // takes what was measured before
      const { lines } = await logLines(async () => {
        clock.now += 30_000;
        await another().enter();
        clock.now += 30_000;
        await (await enter(one)).failed();
        clock.now += 10_000;
        await another().enter();
        writeLine('INFO', 'request', {});
      });
      expect(lines.at(-1)?.BreakerOpenSeconds).toEqual([30, 60, 70]);
    });

    test('gives the probe to the next when its caller went away', async () => {
      const { clock, one, another } = set();
      await failThrice(one);
      clock.now += 60_000;
      await (await enter(one)).abandoned();
      expect(await another().state()).toBe('half-open');
      await enter(another());
    });

    test('is not closed by a call that was let through before it opened', async () => {
      const { one, another } = set();
      await expect(one.run(fails)).rejects.toThrow('away');
      const slow = await enter(one);
      await failThrice(another()).catch(() => undefined);
      await slow.succeeded();
      expect(await another().state()).toBe('open');
    });

    test('counts what a dependency answers as an answer, not as a failure', async () => {
      const { one } = set();
      for (let n = 0; n < 5; n += 1) {
        await expect(one.run(fails, () => false)).rejects.toThrow('away');
      }
      expect(await one.state()).toBe('closed');
    });

    test('counts each call once', async () => {
      const { one } = set();
      const call = await enter(one);
      for (let n = 0; n < 5; n += 1) await call.failed();
      expect(await one.state()).toBe('closed');
    });
  });
}

describeBreaker('this process', processStore);
describeBreaker('Redis', () => redisStore(redis));

test('a probe whose process died is made by another', async () => {
  let now = 0;
  const store = processStore(() => now);
  const policy = { failures: 1, openMs: 60_000, probeMs: 20_000 };
  const one = breaker('a', store, policy, () => now);
  await expect(one.run(fails)).rejects.toThrow('away');
  now = 60_000;
  await one.enter();
  now += 19_999;
  expect(isRefusal(await one.enter())).toBe(true);
  now += 1;
  expect(isRefusal(await one.enter())).toBe(false);
});
