import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import type { ModelReply, Provider, StreamEvent } from '#shared/llm/providers/provider.ts';
import { tracedProvider } from '#shared/llm/providers/traced-provider.ts';
import { beginTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';

const reply: ModelReply = {
  ...{ ok: true, text: 'Tak.', answer: undefined, calls: [], stop: 'end', tokens: undefined },
};
const pieces: StreamEvent[] = [
  { type: 'text', text: 'Tak.' },
  { type: 'end', stop: 'end', tokens: undefined },
];
const provider: Provider = {
  id: 'server/m',
  model: 'm',
  ask: async () => reply,
  async *stream() {
    yield* pieces;
  },
};
const request = { system: 's', messages: [], maxTokens: 1, temperature: 0 };
const { signal } = new AbortController();

beforeEach(() => vi.stubEnv(ENV.loggedSpans, '200'));
afterEach(() => {
  vi.unstubAllEnvs();
});

test('every request to a model is a step by its name, and counted; what it says is not in it', async () => {
  const traced = tracedProvider(provider);
  beginTrace({ requestId: 'request-1' });
  expect(await traced.ask(request, signal)).toBe(reply);
  expect(await Array.fromAsync(traced.stream(request, signal))).toEqual(pieces);
  const ended = finishTrace();
  expect(ended?.trace).toMatchObject({
    modelCalls: 2,
    spans: [{ name: 'model server/m' }, { name: 'model server/m' }],
  });
  expect(JSON.stringify(ended)).not.toContain('Tak.');
});
