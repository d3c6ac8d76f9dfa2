import { describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '#shared/clients/redis.ts';
import { ENV } from '#shared/env.ts';
import { STAGES, Synthesized } from './synthesized.ts';

/** Within this time a person is told that something is away. */
const PERSON_MS = 3_000;

describe.each(STAGES)('stage %s', (stage) => {
  const template = new Synthesized(stage);
  const waits = new Map(
    [...template.functions()].map(([path, { Properties }]) => [
      path,
      { ms: Number(Properties.Environment.Variables[ENV.serviceWaitMs]), Properties },
    ]),
  );
  const waitOf = (path: string) => waits.get(path)?.ms ?? Number.NaN;

  test('what stands between a person and an answer waits three seconds together', () => {
    const endpoints = [...waits.keys()].filter((path) => path.startsWith('api/'));
    expect(endpoints.length).toBeGreaterThan(10);
    for (const path of [...endpoints, 'agents/chef', 'agents/conversation', 'agents/weather']) {
      if (path === 'api/authorizer') continue;
      const cache = PATIENCE_MS;
      expect(waitOf('api/authorizer') + cache + waitOf(path), path).toBeLessThanOrEqual(PERSON_MS);
    }
  });

  test('a patient system waits longer, and still says what it waited for', () => {
    const patient = new Synthesized(stage, { patience: '10' }).functions();
    for (const [path, { Properties }] of patient) {
      const ms = Number(Properties.Environment.Variables[ENV.serviceWaitMs]);
      expect(ms, path).toBe(Math.min(10 * waitOf(path), (Properties.Timeout * 1000) / 2));
    }
    expect(() => new Synthesized(stage, { patience: '0' })).toThrow(/patience is a whole number/);
  });

  test('every function has time left to say what it waited for', () => {
    for (const [path, { ms, Properties }] of waits) {
      expect(ms, path).toBeGreaterThan(0);
      expect(ms, path).toBeLessThanOrEqual((Properties.Timeout * 1000) / 2);
    }
  });

  test('a gateway that reaches nobody says 503 and when to come again, never 500', () => {
    const responses = template.apiBody()['x-amazon-apigateway-gateway-responses'];
    const away = Object.entries(responses).filter(
      ([, { statusCode }]) => Number(statusCode) >= 500,
    );
    expect(Object.fromEntries(away.map(([type, { statusCode }]) => [type, statusCode]))).toEqual({
      AUTHORIZER_FAILURE: '503',
      AUTHORIZER_CONFIGURATION_ERROR: '503',
      INTEGRATION_FAILURE: '503',
      INTEGRATION_TIMEOUT: '504',
      DEFAULT_5XX: '503',
    });
    for (const [, { statusCode, responseParameters }] of away) {
      if (statusCode !== '503') continue;
      expect(responseParameters['gatewayresponse.header.Retry-After']).toBe("'5'");
    }
  });
});
