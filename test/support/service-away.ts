import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { isServiceAway, RETRY_AFTER } from '#shared/errors/service-away.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import type { Answer } from './call.ts';
import type { TestDatabase } from './database.ts';
import { FAULTS, type FaultyServer } from './faulty-server.ts';
import { WAIT } from './limits.ts';

/** Of every wait while a service is away. Who is well answers in a hundredth of it. */
const LIMIT_MS = 1_500;

/** What one household does while a service is away, and again when it is back. */
export interface Doing {
  /** @returns what the person gets */
  once(): Promise<string>;
  /** What is there, and what is not, while the service is away. */
  kept?(): Promise<unknown>;
  /** What is there once the service is back. */
  found?(): Promise<unknown>;
}

export interface Service {
  /** The real service with a proxy before it that fails on demand. */
  server(): Promise<FaultyServer>;
  does(household: HouseholdContext): Promise<Doing> | Doing;
  readonly away: string;
  readonly keeps?: unknown;
  readonly back: string;
  readonly finds?: unknown;
}

/** `503 database-away, again in 5 s`, or only the status of what went well. */
export function said({ status, json, headers }: Answer): string {
  if (status < 400) return String(status);
  return `${status} ${json.code}, again in ${headers['retry-after']} s`;
}

/** The same for what ends no request in a test. */
export function saidOf(error: unknown): string {
  if (isServiceAway(error)) return `503 ${error.code}, again in ${RETRY_AFTER} s`;
  if (!isUserError(error)) return String(error);
  return `${error.kind} ${error.code}, again in ${error.retryAfter} s`;
}

/** One test for each way in which a service can be away, in one process that is never started again. */
export function describeAway(name: string, database: TestDatabase, service: Service): void {
  describe(name, () => {
    let server: FaultyServer;
    beforeAll(async () => {
      server = await service.server();
    });
    test.each(FAULTS)('%s', async (fault) => {
      vi.stubEnv(ENV.serviceWaitMs, String(LIMIT_MS));
      onTestFinished(async () => {
        await server.be('well');
        vi.unstubAllEnvs();
      });
      const doing = await service.does(await database.newHousehold());
      await server.be(fault);
      expect(await doing.once()).toBe(service.away);
      expect(await doing.kept?.()).toEqual(service.keeps);
      await server.be('well');
      await vi.waitFor(async () => expect(await doing.once()).toBe(service.back), WAIT);
      expect(await doing.found?.()).toEqual(service.finds);
    });
  });
}
