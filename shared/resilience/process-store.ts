import type { BreakerStore } from './breaker-store.ts';

interface Held {
  failures: number;
  openedAt?: number;
  failingSince?: number;
  probeUntil?: number;
}

/** State of breakers in this process alone, for where there is no Redis. */
export function processStore(now: () => number = Date.now): BreakerStore {
  const records = new Map<string, Held>();
  const recordOf = (name: string) => {
    const record = records.get(name) ?? { failures: 0 };
    records.set(name, record);
    return record;
  };
  return {
    async read(names) {
      return names.map((name) => {
        const { failures, openedAt, failingSince } = recordOf(name);
        return { failures, openedAt, failingSince };
      });
    },
    async addFailure(name) {
      const record = recordOf(name);
      record.failures += 1;
      return record.failures;
    },
    async forgetFailures(name) {
      recordOf(name).failures = 0;
    },
    async open(name, at) {
      const record = recordOf(name);
      if (record.openedAt !== undefined) return false;
      record.openedAt = at;
      record.failingSince = at;
      return true;
    },
    async reopen(name, at, failingSince) {
      records.set(name, { failures: recordOf(name).failures, openedAt: at, failingSince });
    },
    async close(name) {
      records.delete(name);
    },
    async takeProbe(name, ms) {
      const record = recordOf(name);
      if (record.probeUntil !== undefined && record.probeUntil > now()) return false;
      record.probeUntil = now() + ms;
      return true;
    },
    async dropProbe(name) {
      delete recordOf(name).probeUntil;
    },
  };
}
