import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import {
  beginTrace,
  countModelCall,
  countQuery,
  currentRequestId,
  currentTrace,
  finishTrace,
  joinTrace,
  resumeTrace,
  traceOnBehalf,
} from '#shared/telemetry/invocation-trace.ts';
import { tracedEvents, tracedFilter, tracedStep, tracedUntil } from '#shared/telemetry/trace.ts';
import { readTraceparent } from '#shared/telemetry/trace-context.ts';

const sender = {
  requestId: 'request-1',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};
const other = { ...sender, requestId: 'request-2' };

beforeEach(() => vi.stubEnv(ENV.loggedSpans, '200'));
afterEach(() => {
  finishTrace();
  vi.unstubAllEnvs();
});

/** The spans of what ran, by name. */
function spans() {
  const { trace } = finishTrace() ?? {};
  return new Map(trace?.spans?.map((span) => [span.name, span]));
}

const spanOf = () => readTraceparent(currentTrace()?.traceparent)?.spanId;

describe('an invocation', () => {
  test('is a part of the request that was sent along, below the span that sent it', () => {
    beginTrace({ trace: sender, context: { awsRequestId: 'invocation-1' } });
    const sent = currentTrace();
    const ended = finishTrace(12);
    expect(ended).toMatchObject({
      requestId: 'request-1',
      invocationId: 'invocation-1',
      trace: {
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        parentId: '00f067aa0ba902b7',
        waitMs: 12,
      },
    });
    // What it sends on itself comes from it.
    expect(sent?.requestId).toBe('request-1');
    expect(readTraceparent(sent?.traceparent)?.spanId).toBe(ended?.trace.spanId);
  });

  test('that nobody sent is found by the id that Lambda gives it', () => {
    beginTrace({ context: { awsRequestId: 'invocation-2' } });
    expect(currentRequestId()).toBe('invocation-2');
  });

  test('has nothing to send along before it begins and after it ended', () => {
    expect(currentTrace()).toBeUndefined();
    beginTrace({ trace: sender });
    finishTrace();
    expect([currentTrace(), finishTrace()]).toEqual([undefined, undefined]);
  });

  test('goes over to the request whose turn it turns out to be', () => {
    beginTrace({ context: { awsRequestId: 'invocation-3' } });
    joinTrace(sender);
    const { requestId, trace } = finishTrace() ?? {};
    expect({ requestId, parentId: trace?.parentId }).toEqual({
      requestId: 'request-1',
      parentId: '00f067aa0ba902b7',
    });
  });

  test('starts work of another request for that one, and work of its own below itself', () => {
    beginTrace({ trace: sender });
    expect(traceOnBehalf(other)).toEqual(other);
    expect(traceOnBehalf(sender)).toEqual(currentTrace());
    expect(traceOnBehalf(undefined)).toEqual(currentTrace());
  });

  test('of a batch goes on after each of its messages', () => {
    beginTrace({ context: { awsRequestId: 'batch-invocation' } });
    const batch = beginTrace({ trace: sender });
    expect(currentRequestId()).toBe('request-1');
    finishTrace();
    resumeTrace(batch);
    expect(currentRequestId()).toBe('batch-invocation');
  });
});

describe('steps', () => {
  test('stand below each other, each with what it asked the database', async () => {
    beginTrace({ trace: sender });
    await tracedStep('load', async () => {
      countQuery(2);
      await tracedStep('look', () => countQuery(3));
    });
    countQuery(4);
    countModelCall(50);
    const { trace } = finishTrace() ?? {};
    const [look, load] = trace?.spans ?? [];
    expect(trace).toMatchObject({ queries: 3, queryMs: 9, modelCalls: 1, modelMs: 50 });
    expect(load).toMatchObject({ name: 'load', parentId: trace?.spanId, queries: 1, queryMs: 2 });
    expect(look).toMatchObject({ name: 'look', parentId: load?.id, queries: 1, queryMs: 3 });
  });

  test('that fail are marked, and fail', async () => {
    beginTrace({ trace: sender });
    const fails = tracedStep('fails', () => Promise.reject(new Error('private words')));
    await expect(fails).rejects.toThrow('private words');
    tracedUntil('reply')(true);
    const ended = finishTrace();
    expect(ended?.trace.spans).toMatchObject([{ failed: true }, { failed: true }]);
    expect(JSON.stringify(ended)).not.toContain('private');
  });

  test('that are still at work when the invocation ends are told as such', async () => {
    beginTrace({ trace: sender });
    const slow = Promise.withResolvers<void>();
    const work = tracedStep('route', () => slow.promise);
    const { trace } = finishTrace() ?? {};
    slow.resolve();
    await work;
    expect(trace?.spans).toMatchObject([{ name: 'route', unfinished: true }]);
  });

  test('are told where that is configured, and no more of them than that', async () => {
    beginTrace({ trace: sender });
    for (let step = 0; step < 300; step += 1) await tracedStep('step', () => undefined);
    expect(finishTrace()?.trace.spans).toHaveLength(200);
    vi.stubEnv(ENV.loggedSpans, undefined);
    beginTrace({ trace: sender });
    await tracedStep('step', () => undefined);
    expect(finishTrace()?.trace).not.toHaveProperty('spans');
  });
});

describe('events that come one by one', () => {
  async function* source(inside: (string | undefined)[]) {
    for (const event of [1, 2, 3]) {
      inside.push(spanOf());
      yield event;
    }
  }

  test('are made inside their step and taken outside of it', async () => {
    beginTrace({ trace: sender });
    const root = spanOf();
    const [inside, outside]: (string | undefined)[][] = [[], []];
    for await (const _ of tracedEvents('invoke', source(inside ?? []))) outside?.push(spanOf());
    const id = spans().get('invoke')?.id;
    expect(inside).toEqual([id, id, id]);
    expect(outside).toEqual([root, root, root]);
  });

  test('end their source when nobody wants more, without a failure', async () => {
    beginTrace({ trace: sender });
    let isEnded = false;
    async function* endless() {
      try {
        for (;;) yield 1;
      } finally {
        isEnded = true;
      }
    }
    for await (const _ of tracedEvents('invoke', endless())) break;
    expect(isEnded).toBe(true);
    expect(spans().get('invoke')).not.toHaveProperty('failed');
  });

  test('pass a filter between, which counts its own time alone', async () => {
    beginTrace({ trace: sender });
    const clock = vi.spyOn(performance, 'now');
    let now = 1000;
    clock.mockImplementation(() => now);
    async function* slow() {
      for (const event of [1, 2]) {
        now += 100; // the agent thinks
        yield event;
      }
    }
    async function* filter(events: AsyncIterable<number>) {
      for await (const event of events) {
        now += 5; // the gate reads
        yield event * 10;
      }
    }
    const passed: number[] = [];
    for await (const event of tracedFilter('gate', slow(), filter)) {
      passed.push(event);
      now += 1000; // the person's connection is slow
    }
    expect(passed).toEqual([10, 20]);
    const gate = spans().get('gate');
    clock.mockRestore();
    expect(gate?.ms).toBe(10);
  });
});
