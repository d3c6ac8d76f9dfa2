import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModelRequest, StreamEvent } from '#shared/llm/providers/provider.ts';
import { beginTrace, currentTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';
import { type ModelService, startModelService } from '#test/support/model-service.ts';
import { WIRES } from '#test/support/model-wires.ts';

const request: ModelRequest = {
  system: 'You count.',
  messages: [{ role: 'user', text: 'How many?' }],
  maxTokens: 50,
  temperature: 0,
};
const lookUp = { name: 'look-up', description: 'Looks up.', input: { type: 'object' } };
const always = new AbortController().signal;

describe.each(Object.values(WIRES))('$name', (wire) => {
  let service: ModelService;
  beforeEach(async () => {
    service = await startModelService(wire);
  });
  afterEach(() => service.close());

  const ask = (more: Partial<ModelRequest> = {}, signal = always) =>
    wire.provider(service.url).ask({ ...request, ...more }, signal);
  async function stream(signal = always): Promise<StreamEvent[]> {
    return await Array.fromAsync(wire.provider(service.url).stream(request, signal));
  }

  test('gives a whole text, with the tokens it took', async () => {
    service.tell({ text: 'Trzy jajka.' });
    expect(await ask()).toEqual({
      ok: true,
      text: 'Trzy jajka.',
      answer: undefined,
      calls: [],
      stop: 'end',
      tokens: { inputTokens: 7, outputTokens: 3 },
    });
  });

  test('is told for which request it is asked, and nothing outside of one', async () => {
    service.tell({ text: 'Tak.' }, { text: 'Tak.' });
    beginTrace({ requestId: 'request-of-a-person' });
    const trace = currentTrace();
    await ask();
    finishTrace();
    await ask();
    const told = service.received.map(({ headers, body }) => ({
      requestId: headers['x-request-id'],
      traceparent: headers.traceparent,
      ...JSON.parse(body).requestMetadata,
    }));
    expect(told).toEqual([trace, { requestId: undefined, traceparent: undefined }]);
  });

  test('is asked for an answer in a shape, and gives it', async () => {
    service.tell({ answer: { count: 3 } });
    const shape = { type: 'object', properties: { count: { type: 'integer' } } };
    expect(await ask({ answer: shape })).toMatchObject({
      ok: true,
      answer: { count: 3 },
      calls: [],
    });
    expect(service.received[0]?.body).toContain('count');
  });

  test('says what it stopped for, and nothing of tokens it did not count', async () => {
    service.tell({ text: 'Trzy ja', stop: 'length', tokens: null }, { text: '', stop: 'filtered' });
    expect(await ask()).toMatchObject({ ok: true, stop: 'length', tokens: undefined });
    expect(await ask()).toMatchObject({ ok: true, stop: 'filtered' });
  });

  test('asks for tools, and is told what they gave', async () => {
    service.tell({ text: 'Let me see.', calls: [{ name: 'look-up', input: { word: 'żur' } }] });
    service.tell({ text: 'Soup.' });
    const reply = await ask({ tools: [lookUp] });
    const calls = [{ id: 'call-0', name: 'look-up', input: { word: 'żur' } }];
    expect(reply).toMatchObject({ ok: true, text: 'Let me see.', calls, stop: 'tools' });
    await ask({
      tools: [lookUp],
      messages: [
        ...request.messages,
        { role: 'assistant', text: 'Let me see.', calls },
        { role: 'tools', results: [{ id: 'call-0', text: 'a sour soup' }] },
      ],
    });
    const [first, second] = service.received.map(({ body }) => body);
    expect(first).toContain('"Looks up."');
    expect(second).toContain('a sour soup');
    expect(second?.match(/call-0/g)).toHaveLength(2);
  });

  test('streams text in the pieces in which it comes, in any script', async () => {
    service.tell({ pieces: ['Za', 'żółć ', '🥚'], after: { tokens: [5, 4] } });
    expect(await stream()).toEqual([
      { type: 'text', text: 'Za' },
      { type: 'text', text: 'żółć ' },
      { type: 'text', text: '🥚' },
      { type: 'end', stop: 'end', tokens: { inputTokens: 5, outputTokens: 4 } },
    ]);
  });

  test.each(['cut', 'reset', 'error', 'garbage'] as const)(
    'ends a stream that is broken by %s as failed, never as whole',
    async (after) => {
      service.tell({ pieces: ['Za', 'żółć'], after });
      const events = await stream();
      expect(events.at(-1)).toMatchObject({ type: 'failed', failure: { mayBeBilled: true } });
      expect(events.some(({ type }) => type === 'end')).toBe(false);
      // A connection that is reset may take with it what was not read yet.
      if (after !== 'reset') expect(events.slice(0, -1)).toHaveLength(2);
    },
  );

  test('says of garbage that it cannot be read', async () => {
    const page = '<html><h1>Maintenance</h1></html>';
    service.tell({ garbage: page }, { garbage: '' }, { garbage: '{"odd": 1}' }, { garbage: page });
    for (let n = 0; n < 3; n += 1) expect(await ask()).toMatchObject({ ok: false, kind: 'broken' });
    expect(await stream()).toMatchObject([{ type: 'failed' }]);
  });

  test.each([
    [429, 'busy'],
    [503, 'busy'],
    [500, 'broken'],
    [403, 'denied'],
    [404, 'denied'],
    [400, 'rejected'],
  ])('says of status %i that it is %s, and that it costs nothing', async (status, kind) => {
    service.tell({ status }, { status });
    expect(await ask()).toMatchObject({ ok: false, kind, mayBeBilled: false });
    const failure = expect.objectContaining({ kind, mayBeBilled: false });
    expect(await stream()).toEqual([{ type: 'failed', failure }]);
    // One attempt each: whoever tries again does so above.
    expect(service.received).toHaveLength(2);
  });

  test('passes on how long it wants to be left alone', async () => {
    service.tell({ status: 429, retryAfter: '7' });
    expect(await ask()).toMatchObject({ kind: 'busy', retryAfterMs: 7000 });
  });

  test('that is not there was not asked', async () => {
    const closed = await startModelService(wire);
    await closed.close();
    const nobody = wire.provider(closed.url);
    expect(await nobody.ask(request, always)).toMatchObject({
      kind: 'unreachable',
      mayBeBilled: false,
    });
  });

  test('that is silent is left when the caller goes, and sees it', async () => {
    service.tell({ silent: true });
    const caller = new AbortController();
    const gone = service.abandoned();
    const asking = ask({}, caller.signal);
    await service.asked(1);
    caller.abort();
    expect(await asking).toMatchObject({ ok: false, kind: 'unreachable', mayBeBilled: true });
    await gone;
  });

  test('that stops in the middle of a stream is left when the caller goes, and sees it', async () => {
    service.tell({ pieces: ['Za'], after: 'silence' });
    const caller = new AbortController();
    const gone = service.abandoned();
    const events = wire.provider(service.url).stream(request, caller.signal);
    expect((await events.next()).value).toEqual({ type: 'text', text: 'Za' });
    const next = events.next();
    caller.abort();
    expect((await next).value).toMatchObject({ failure: { kind: 'unreachable' } });
    await gone;
  });
});
