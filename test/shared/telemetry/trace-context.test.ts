import { afterEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import {
  isRequestId,
  readTraceContext,
  readTraceparent,
  traceIdOf,
  writeTraceparent,
} from '#shared/telemetry/trace-context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const PARENT = `00-${TRACE}-${SPAN}-01`;

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['01a223f9-c2d3-7192-9a30-7daa2064d212', true],
  ['checkout_42', true],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  ['short', false],
  ['-starts-with-a-dash', false],
  ["'; drop table uploads; --", false],
  ['*/ select 1 /*', false],
  ['two\r\nheaders: yes', false],
  ['zażółć-gęślą', false],
  ['', false],
  [undefined, false],
])('the request id %j may be used: %s', (id, may) => {
  expect(isRequestId(id)).toBe(may);
});

describe('a traceparent', () => {
  test('is read and written as W3C has it', () => {
    const read = readTraceparent(PARENT);
    expect(read).toEqual({ traceId: TRACE, spanId: SPAN, flags: '01' });
    expect(read && writeTraceparent(read)).toBe(PARENT);
  });

  test('of a later version may hold more, and is passed on in ours', () => {
    const read = readTraceparent(`cc-${TRACE}-${SPAN}-01-what-the-future-brings`);
    expect(read && writeTraceparent(read)).toBe(PARENT);
  });

  test.each([
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
    'nonsense',
    undefined,
  ])('that is none begins no trace: %s', (header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });
});

test('what another function sent is used whole or not at all', () => {
  const context = { requestId: 'request-1', traceparent: PARENT };
  expect(readTraceContext({ ...context, more: 1 })).toEqual(context);
  const hostile = { ...context, requestId: "x'*/ drop table lots" };
  for (const sent of [undefined, null, 'text', {}, hostile, { requestId: 'request-1' }]) {
    expect(readTraceContext(sent)).toBeUndefined();
  }
});

test('functions that were called side by side find the same trace, and X-Ray’s where it traces', () => {
  expect(traceIdOf('request-1')).toMatch(/^[0-9a-f]{32}$/);
  expect(traceIdOf('request-1')).toBe(traceIdOf('request-1'));
  expect(traceIdOf('request-1')).not.toBe(traceIdOf('request-2'));
  vi.stubEnv(ENV.traceHeader, 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=1;Sampled=1');
  expect(traceIdOf('request-1')).toBe('5759e988bd862e3fe1be46a994272793');
});
