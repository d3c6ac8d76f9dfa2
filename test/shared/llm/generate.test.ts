import { describe, expect, test } from 'vitest';
import { householdBudget } from '#shared/llm/budget.ts';
import { languageClient } from '#shared/llm/language-client.ts';
import { modelFor } from '#shared/llm/model-for.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { testDatabase } from '#test/support/database.ts';
import { WIRES } from '#test/support/model-wires.ts';
import { languageCase, prompt } from './language-case.ts';

const database = testDatabase();

const three = { ok: true, value: { count: 3 } };

describe('an answer in a shape', () => {
  test('comes from the first choice, and its tokens are written down', async () => {
    const { models, caller, first, used } = await languageCase(database);
    first.tell({ answer: { count: 3 } });
    const usage = { inputTokens: 7, outputTokens: 3, model: 'm' };
    expect(await models.generate(prompt, caller)).toEqual({ ...three, usage });
    expect(await used()).toEqual({ calls: 1, failed: 0, input: 7, output: 3, held: 0 });
  });

  test('is asked for again after a pause, by the one who was busy', async () => {
    const { models, caller, first, pauses, used } = await languageCase(database);
    first.tell({ status: 429, retryAfter: '2' }, { status: 500 }, { answer: { count: 3 } });
    expect(await models.generate(prompt, caller)).toMatchObject(three);
    expect(pauses).toEqual([2125, 250]);
    expect(await used()).toEqual({ calls: 3, failed: 2, input: 7, output: 3, held: 0 });
  });

  test('comes from the next where the first wants to be left alone for longer', async () => {
    const { models, caller, first, second, pauses } = await languageCase(database);
    first.tell({ status: 429, retryAfter: '60' });
    second.tell({ answer: { count: 3 } });
    expect(await models.generate(prompt, caller)).toMatchObject(three);
    expect(pauses).toEqual([]);
  });

  test('comes from the next where the first does not keep to the shape, and both are paid', async () => {
    const { models, caller, first, second, used, state } = await languageCase(database);
    first.tell({ answer: { count: 'three' } });
    second.tell({ answer: { count: 3 } });
    const answer = await models.generate(prompt, caller);
    expect(answer).toMatchObject({ ...three, usage: { inputTokens: 14, outputTokens: 6 } });
    expect(await used()).toMatchObject({ calls: 2, input: 14, output: 6 });
    expect(await state('server/m')).toBe('closed');
  });

  test('comes from the next where the first is silent, which then costs what it may have written', async () => {
    // A second for the first: half of what all may take.
    const patience = { answerMs: 2000, firstPieceMs: 1, stallMs: 1 };
    const { models, caller, first, second, clock, used } = await languageCase(database, {
      patience,
    });
    first.tell({ silent: true });
    second.tell({ answer: { count: 3 } });
    const gone = first.abandoned();
    const asking = models.generate(prompt, caller);
    await first.asked(1);
    clock.now -= 600_000; // however busy the machine is, the second has the time that it needs
    expect(await asking).toMatchObject(three);
    await gone;
    expect(await used()).toMatchObject({ calls: 2, failed: 1, output: 53, held: 0 });
  });

  test('is not there when all fail: the last says why, and each is tried three times', async () => {
    const { models, caller, first, second, state, used } = await languageCase(database);
    const broken = { status: 500 };
    first.tell(broken, broken, broken);
    second.tell(broken, broken, broken);
    const answer = await models.generate(prompt, caller);
    expect(answer).toMatchObject({ ok: false, unavailable: 'refused' });
    expect(await state('server/m')).toBe('open');
    expect(await used()).toEqual({ calls: 6, failed: 6, input: 0, output: 0, held: 0 });
    const rests = { ok: false, unavailable: 'unreachable', usage: null };
    expect(await models.generate(prompt, caller)).toMatchObject(rests);
    expect(first.received).toHaveLength(3);
  });

  test('is asked for by one probe when a minute is over', async () => {
    const { models, caller, first, second, clock, state } = await languageCase(database);
    first.tell({ status: 500 }, { status: 500 }, { status: 500 }, { answer: { count: 3 } });
    second.tell({ answer: { count: 3 } });
    await models.generate(prompt, caller);
    clock.now += 60_000;
    expect(await models.generate(prompt, caller)).toMatchObject({ usage: { model: 'm' } });
    expect(await state('server/m')).toBe('closed');
  });

  test('does not rest a provider for requests that it rejects', async () => {
    const { models, caller, first, second, state } = await languageCase(database);
    for (let n = 0; n < 4; n += 1) {
      first.tell({ status: 400 });
      second.tell({ answer: { count: 3 } });
      await models.generate(prompt, caller);
    }
    expect(await state('server/m')).toBe('closed');
    expect(first.received).toHaveLength(4);
  });

  test('is not waited for when the caller goes; the server sees it, and nobody rests', async () => {
    const { models, caller, first, used, state } = await languageCase(database);
    for (let n = 1; n <= 3; n += 1) {
      first.tell({ silent: true });
      const person = new AbortController();
      const gone = first.abandoned();
      const asking = models.generate(prompt, { ...caller, signal: person.signal });
      await first.asked(n);
      person.abort();
      expect(await asking).toMatchObject({ ok: false, unavailable: 'cancelled' });
      await gone;
      expect(await used()).toMatchObject({ calls: n, failed: n, output: 50 * n, held: 0 });
    }
    expect(await state('server/m')).toBe('closed');
  });

  test('is not asked for when the invocation has no time left', async () => {
    const { models, caller, first } = await languageCase(database);
    beginInvocation({ getRemainingTimeInMillis: () => 500 });
    try {
      expect(await models.generate(prompt, caller)).toMatchObject({ unavailable: 'unreachable' });
    } finally {
      endInvocation();
    }
    expect(first.received).toEqual([]);
  });

  test('without any model says so, and takes nothing', async () => {
    const { models, caller, used } = await languageCase(database, {
      tiers: { small: [], large: [] },
    });
    const answer = {
      ok: false,
      unavailable: 'no-model',
      detail: 'none is configured',
      usage: null,
    };
    expect(await models.generate(prompt, caller)).toEqual(answer);
    expect(await used()).toMatchObject({ calls: 0 });
  });

  test('of a small model is preferred where one is wanted, and replaced by a large one', async () => {
    const { caller, first, second } = await languageCase(database);
    const models = languageClient({
      tiers: {
        small: [WIRES.converse.provider(second.url)],
        large: [WIRES.chat.provider(first.url)],
      },
      budget: householdBudget(),
      breakers: processStore(),
    });
    second.tell({ answer: { count: 1 } }, { status: 403 });
    first.tell({ answer: { count: 2 } });
    const small = { ...prompt, tier: 'small' } as const;
    expect(await models.generate(small, caller)).toMatchObject({ value: { count: 1 } });
    expect(await models.generate(small, caller)).toMatchObject({ value: { count: 2 } });
  });

  test('is a completion for whoever asks a model', async () => {
    const { models, caller, first } = await languageCase(database);
    first.tell({ answer: { count: 3 } });
    expect(await modelFor(models, caller).complete(prompt)).toMatchObject(three);
    const gone = AbortSignal.abort();
    const none = { ok: false, why: 'cancelled', usage: null };
    expect(await modelFor(models, caller).complete(prompt, gone)).toMatchObject(none);
  });
});
