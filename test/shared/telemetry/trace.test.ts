import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { traceDaemon } from './trace-daemon.ts';

const HEADER = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0123456789abcdef;Sampled=1';
const ofThisTrace = {
  type: 'subsegment',
  trace_id: '1-5759e988-bd862e3fe1be46a994272793',
  parent_id: '0123456789abcdef',
};
let daemon: Awaited<ReturnType<typeof traceDaemon>>;

beforeAll(async () => {
  daemon = await traceDaemon();
  // What the Lambda runtime sets before it loads a function.
  vi.stubEnv(ENV.traceDaemon, daemon.address);
  vi.stubEnv(ENV.traceHeader, HEADER);
  vi.stubEnv('AWS_EXECUTION_ENV', 'AWS_Lambda_nodejs22.x');
  vi.stubEnv('LAMBDA_TASK_ROOT', '/var/task');
});
afterAll(() => {
  vi.unstubAllEnvs();
  daemon.close();
});

test('work behind a queue or a workflow is part of the trace, with its ids', async () => {
  const { step } = await import('#shared/entry/step.ts');
  const sent = daemon.part();
  await step(z.object({ uploadId: z.string() }), async () => 1)({ uploadId: 'u-1' });
  expect(await sent).toMatchObject({
    ...ofThisTrace,
    name: 'step',
    annotations: { uploadId: 'u-1' },
  });
});

test('what fails is marked, and says nothing of what it was about', async () => {
  const { step } = await import('#shared/entry/step.ts');
  const sent = daemon.part();
  const fails = step(z.object({}), async () => {
    throw new Error('private words');
  });
  await expect(fails({})).rejects.toThrow();
  const part = await sent;
  expect(part).toMatchObject({ ...ofThisTrace, error: true });
  expect(JSON.stringify(part)).not.toContain('private');
});

test('a request is part of the trace, with its steps, and can be found by its id', async () => {
  const { handler } = await import('#test/shared/entry/things.ts');
  const sent = daemon.parts(3);
  await call(handler, { resource: '/open', headers: { 'x-request-id': 'request-1' } });
  const ofRequest = { ...ofThisTrace, fault: false, annotations: { requestId: 'request-1' } };
  expect(await sent).toMatchObject(
    ['authorise', 'reply', 'request'].map((name) => ({ ...ofRequest, name })),
  );
});
