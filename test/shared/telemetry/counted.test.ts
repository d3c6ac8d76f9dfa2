import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { ServiceAway } from '#shared/errors/service-away.ts';
import { keptAnswer } from '#shared/llm/answer-cache.ts';
import { providerModel } from '#shared/llm/provider-model.ts';
import type { Provider } from '#shared/llm/providers/provider.ts';
import { chef } from '#shared/orchestration/agents/chef.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { takeRecorded } from '#shared/telemetry/record.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';

beforeEach(() => {
  process.env[ENV.chefFunction] = 'chef';
  takeRecorded();
});

/** What was counted of some metrics, by their fields. */
function counted(name: string): Record<string, number> {
  const { counts } = takeRecorded();
  return Object.fromEntries([...counts].filter(([field]) => field.startsWith(`["${name}`)));
}

describe('questions to an agent', () => {
  const REQUEST = { message: 'cześć' } as AgentRequest;

  interface How {
    readonly store?: BreakerStore;
    readonly gone?: AbortSignal;
    /** Whether no more than the first event is heard. */
    readonly leavesEarly?: boolean;
  }

  /** Asks an agent that yields one event, and then fails or ends. */
  async function ask(fails: Error | undefined, { store, gone, leavesEarly }: How): Promise<void> {
    const stream = async function* () {
      yield '{}';
      if (fails !== undefined) throw fails;
    };
    const events = invokeAgents(stream, store ?? processStore(), gone)(chef, REQUEST);
    for await (const _ of events) if (leavesEarly) return;
  }

  const KILLED = new ServiceAway('assistant', new Error('Runtime exited'));

  test.each([
    ['answered', undefined, {}],
    ['failed', KILLED, {}],
    ['abandoned', KILLED, { gone: AbortSignal.abort() }],
    ['abandoned', undefined, { leavesEarly: true }],
  ])('are %s once', async (outcome, fails, how) => {
    await ask(fails, how).catch((error: unknown) => expect(error).toBe(KILLED));
    const all = takeRecorded().counts;
    const requests = [...all].filter(([field]) => field.startsWith('["agent_requests_total'));
    expect(requests).toEqual([[`["agent_requests_total","chef","${outcome}"]`, 1]]);
    // One bucket and the sum.
    expect([...all.keys()].filter((field) => field.startsWith('["agent_dur'))).toHaveLength(2);
  });

  test('are refused without a time while the breaker is open', async () => {
    const store = processStore();
    for (let time = 0; time < 3; time += 1) await expect(ask(KILLED, { store })).rejects.toThrow();
    takeRecorded();
    await expect(ask(KILLED, { store })).rejects.toThrow();
    expect(counted('agent_')).toEqual({ '["agent_requests_total","chef","refused"]': 1 });
  });
});

test('tokens of a model that is asked directly are counted by its id, in and out', async () => {
  const provider: Provider = {
    id: 'server/qwen3:8b',
    model: 'qwen3:8b',
    ask: async () => ({
      ok: true,
      text: '{"dish":"zupa"}',
      answer: { dish: 'zupa' },
      calls: [],
      tokens: { inputTokens: 120, outputTokens: 7 },
    }),
    stream: () => {
      throw new Error('not asked for a stream');
    },
  } as unknown as Provider;
  const schema = z.object({ dish: z.string() });
  await providerModel(provider).complete({ system: 's', question: 'q', maxTokens: 9, schema });
  expect(counted('llm_tokens_total')).toEqual({
    '["llm_tokens_total","server/qwen3:8b","input"]': 120,
    '["llm_tokens_total","server/qwen3:8b","output"]': 7,
  });
});

test('a cache that is away misses, one that has the answer hits', async () => {
  const known = new Map<string, unknown>([['there', { sun: true }]]);
  const store = {
    readCached: async (key: string) => known.get(key) ?? null,
    writeCached: async () => undefined,
    claimKey: async () => true,
    releaseKey: async () => undefined,
  };
  const cache = weatherCache(store);
  await cache.read('there');
  await cache.read('elsewhere');
  const gone = async () => {
    throw new Error('away');
  };
  await keptAnswer({ getKeys: gone, setKey: gone }, 'key', z.string());
  await keptAnswer({ getKeys: async () => ['"kept"'], setKey: gone }, 'key', z.string());
  expect(counted('cache_')).toEqual({
    '["cache_hits_total","weather"]': 1,
    '["cache_misses_total","weather"]': 1,
    '["cache_hits_total","model-answers"]': 1,
    '["cache_misses_total","model-answers"]': 1,
  });
});
