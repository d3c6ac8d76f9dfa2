import { describe, expect, onTestFinished, test } from 'vitest';
import { getKeys, setKey } from '#shared/clients/redis.ts';
import type { CacheKeys } from '#shared/llm/answer-cache.ts';
import type { Budget } from '#shared/llm/budget.ts';
import { languageClient } from '#shared/llm/language-client.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { startModelService } from '#test/support/model-service.ts';
import { WIRES } from '#test/support/model-wires.ts';
import { testRedis } from '#test/support/redis.ts';
import { prompt } from './language-case.ts';

testRedis();

/** Tokens without end: what they are kept in is no matter of the cache. */
const budget: Budget = { reserve: async () => ({ ok: true, settle: async () => undefined }) };
const caller = { household: { householdId: 'h' }, work: 'interactive' } as const;

async function cacheCase(cache: CacheKeys = { getKeys, setKey }) {
  const [first, second] = [
    await startModelService(WIRES.chat),
    await startModelService(WIRES.converse),
  ];
  onTestFinished(async () => {
    await first.close();
    await second.close();
  });
  const large = [WIRES.chat.provider(first.url), WIRES.converse.provider(second.url)];
  const tiers = { small: [], large };
  return {
    first,
    second,
    models: languageClient({ tiers, budget, breakers: processStore(), cache }),
  };
}

describe('the cache of answers', () => {
  const impersonal = () => ({
    ...prompt,
    question: `How many? ${crypto.randomUUID()}`,
    temperature: 0,
    isImpersonal: true,
  });

  test('keeps what is the same for all and tells of nobody', async () => {
    const { models, first } = await cacheCase();
    first.tell({ answer: { count: 3 } });
    const asked = impersonal();
    await models.generate(asked, caller);
    const usage = { inputTokens: 0, outputTokens: 0, model: 'm' };
    expect(await models.generate(asked, caller)).toEqual({ ok: true, value: { count: 3 }, usage });
    expect(first.received).toHaveLength(1);
  });

  test.each([
    ['is personal', { isImpersonal: false }],
    ['may differ each time', { temperature: 0.3 }],
    ['holds text of strangers', { untrusted: [{ label: 'page', text: 'x' }] }],
  ])('keeps nothing that %s', async (_, more) => {
    const { models, first } = await cacheCase();
    const asked = { ...impersonal(), ...more };
    first.tell({ answer: { count: 3 } }, { answer: { count: 4 } });
    await models.generate(asked, caller);
    expect(await models.generate(asked, caller)).toMatchObject({ value: { count: 4 } });
  });

  test('keeps no failure, nothing that was cut, and no answer of a fallback', async () => {
    const { models, first, second } = await cacheCase();
    const asked = impersonal();
    first.tell({ status: 400 }, { text: '{"count', stop: 'length' }, { answer: { count: 5 } });
    second.tell({ status: 400 }, { answer: { count: 4 } });
    expect(await models.generate(asked, caller)).toMatchObject({ ok: false });
    expect(await models.generate(asked, caller)).toMatchObject({ value: { count: 4 } });
    expect(await models.generate(asked, caller)).toMatchObject({ value: { count: 5 } });
  });

  test('that is away keeps nobody from an answer', async () => {
    const away = async () => {
      throw new Error('away');
    };
    const { models, first } = await cacheCase({ getKeys: away, setKey: away });
    first.tell({ answer: { count: 3 } });
    expect(await models.generate(impersonal(), caller)).toMatchObject({ ok: true });
  });
});
