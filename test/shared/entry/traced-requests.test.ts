import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { authorizer } from '#shared/entry/authorizer.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import { log } from '#shared/telemetry/log.ts';
import { call } from '#test/support/call.ts';
import { logLines } from '#test/support/log-lines.ts';
import { handler } from './things.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const sender = { requestId: 'request-1', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
const ofSender = {
  requestId: 'request-1',
  trace: { traceId: TRACE, parentId: '00f067aa0ba902b7' },
};

beforeEach(() => vi.stubEnv(ENV.loggedSpans, '200'));
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a request', () => {
  const open = (headers: Readonly<Record<string, string>>) =>
    logLines(() => call(handler, { resource: '/open', headers }));

  test('keeps the id and the trace that its client gave it', async () => {
    const { requestId, traceparent } = sender;
    const { result, lines } = await open({ 'X-Request-Id': requestId, traceparent });
    expect(result.headers['x-request-id']).toBe('request-1');
    expect(lines).toMatchObject([{ message: 'request', ...ofSender }]);
    // The gateway's access log knows the other one.
    expect(lines[0]?.gatewayRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gets an id of the gateway for one that could not stand in SQL or a log', async () => {
    const hostile = "1'*/; drop table lots; --";
    const { result, lines } = await open({ 'x-request-id': hostile, traceparent: hostile });
    expect(result.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines[0]?.requestId).toBe(result.headers['x-request-id']);
    expect(JSON.stringify(lines)).not.toContain('drop table');
  });

  test('shows how it was authorised and that it was answered', async () => {
    const { lines } = await open({});
    const spans = z.looseObject({ spans: z.array(z.object({ name: z.string() })) });
    const names = spans.parse(lines[0]?.trace).spans.map(({ name }) => name);
    expect(names).toEqual(['authorise', 'reply']);
  });

  test('is known to the authorizer by the same id and trace', async () => {
    const authorise = authorizer(async () => undefined);
    const { requestId, traceparent } = sender;
    const { lines } = await logLines(async () => {
      const headers = { 'X-REQUEST-ID': requestId, traceparent };
      await authorise({ methodArn: 'arn/v/GET/open', headers }).catch(() => undefined);
    });
    expect(lines).toMatchObject([{ message: 'operation', ...ofSender }]);
  });
});

describe('a step', () => {
  test('belongs to the request of its workflow, and hands its trace on', async () => {
    const input = z.strictObject({ uploadId: z.string() });
    const work = step(input, async ({ uploadId }) => ({ uploadId, key: 'k' }));
    const { result, lines } = await logLines(() => work({ uploadId: 'u', trace: sender }));
    expect(result).toEqual({ uploadId: 'u', key: 'k', trace: sender });
    expect(lines).toMatchObject([{ message: 'step', uploadId: 'u', ...ofSender }]);
  });

  test('whose trace is none works all the same', async () => {
    const work = step(z.object({}), async () => ({}));
    const { lines } = await logLines(() => work({ trace: 'nonsense' }));
    expect(lines).toMatchObject([{ level: 'INFO', message: 'step' }]);
    expect(lines[0]?.requestId).not.toBe('nonsense');
  });
});

test('each message of a batch belongs to its own request, and says how long it waited', async () => {
  const seen: unknown[] = [];
  const work = consumer(z.object({ fails: z.boolean() }), async ({ fails }) => {
    seen.push(currentTrace()?.requestId);
    log.warn('Something is odd');
    if (fails) throw new Error('database away');
  });
  const text = (stringValue: string) => ({ dataType: 'String', stringValue });
  const record = (messageId: string, requestId: string, fails: boolean) => ({
    messageId,
    body: JSON.stringify({ fails }),
    attributes: { SentTimestamp: String(Date.now() - 5000) },
    messageAttributes: { requestId: text(requestId), traceparent: text(sender.traceparent) },
  });
  const { lines } = await logLines(() =>
    work({ Records: [record('m-1', 'request-1', false), record('m-2', 'request-2', true)] }),
  );
  expect(seen).toEqual(['request-1', 'request-2']);
  expect(lines).toMatchObject([
    { message: 'Something is odd', requestId: 'request-1' },
    { message: 'message', level: 'INFO', messageId: 'm-1', ...ofSender },
    { message: 'Something is odd', requestId: 'request-2' },
    { message: 'A message failed', requestId: 'request-2' },
    { message: 'message', level: 'ERROR', messageId: 'm-2', requestId: 'request-2' },
    { message: 'batch', level: 'INFO' },
  ]);
  const { waitMs } = z.looseObject({ waitMs: z.number() }).parse(lines[1]?.trace);
  expect(waitMs).toBeGreaterThanOrEqual(5000);
});
