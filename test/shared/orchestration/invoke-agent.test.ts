import { beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { ServiceAway } from '#shared/errors/service-away.ts';
import { agentsLeftAlone } from '#shared/orchestration/agent-breaker.ts';
import { chef } from '#shared/orchestration/agents/chef.ts';
import { conversation } from '#shared/orchestration/agents/conversation.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import { processStore } from '#shared/resilience/process-store.ts';

const REQUEST: AgentRequest = {
  householdId: '01890000-0000-7000-8000-000000000001',
  message: 'cześć',
  topic: null,
  locale: 'pl',
  restrictions: [],
  restrictionsBefore: [],
  lastPerson: null,
  hasOpenProposal: false,
  state: null,
};
const KILLED = new ServiceAway('assistant', new Error('Runtime exited'));
const BUSY = new ServiceAway('assistant', new Error('Rate Exceeded'), { isBusy: true });

beforeEach(() => {
  process.env[ENV.chefFunction] = 'chef';
  process.env[ENV.conversationFunction] = 'conversation';
});

/** A chef that fails so, and how often it was invoked. */
function failing(error: Error, gone?: AbortSignal) {
  const store = processStore();
  let invoked = 0;
  const invoke = invokeAgents(
    async function* (name) {
      yield JSON.stringify({ type: 'token', text: 'Cześć.' });
      if (name !== 'chef') return;
      invoked += 1;
      throw error;
    },
    store,
    gone,
  );
  const ask = async (agent: typeof chef | typeof conversation = chef) => {
    for await (const _ of invoke(agent, REQUEST));
  };
  /** Its first event alone. */
  const first = async () => {
    for await (const event of invoke(chef, REQUEST)) return event;
    return undefined;
  };
  return { ask, first, store, invoked: () => invoked };
}

describe('an agent that was killed three times in a row', () => {
  test('is not invoked for a minute, and the person is told when to come again', async () => {
    const { ask, store, invoked } = failing(KILLED);
    for (let time = 0; time < 3; time += 1) await expect(ask()).rejects.toBe(KILLED);
    const refused = await ask().catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'ServiceAway', code: 'assistant-away' });
    expect(Number(Object(refused).retryAfter)).toBeGreaterThan(50);
    expect(invoked()).toBe(3);
    expect(await agentsLeftAlone(store)).toEqual(['agents/chef: open']);
  });

  test('takes no other agent along', async () => {
    const { ask } = failing(KILLED);
    for (let time = 0; time < 3; time += 1) await expect(ask()).rejects.toBe(KILLED);
    await expect(ask(conversation)).resolves.toBeUndefined();
  });
});

test('an agent whose answer was enough before its end has not failed', async () => {
  const { store, first } = failing(KILLED);
  for (let time = 0; time < 5; time += 1) expect(await first()).toMatchObject({ type: 'token' });
  expect(await agentsLeftAlone(store)).toEqual([]);
});

test.each([
  ['has no room', BUSY, undefined],
  ['fails by its own code', new Error('TypeError'), undefined],
  ['is left by the client', KILLED, AbortSignal.abort()],
])('an agent that %s is invoked again', async (_, error, gone) => {
  const { ask, store, invoked } = failing(error, gone);
  for (let time = 0; time < 5; time += 1) await expect(ask()).rejects.toBe(error);
  expect(invoked()).toBe(5);
  expect(await agentsLeftAlone(store)).toEqual([]);
});
