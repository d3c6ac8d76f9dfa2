import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { agent } from '#shared/entry/agent.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { operation } from '#shared/entry/operation.ts';
import { step } from '#shared/entry/step.ts';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { readCause } from '#shared/errors/step-failure.ts';
import { unauthorized } from '#shared/errors/unauthorized.ts';
import { UserError } from '#shared/errors/user-error.ts';

const Message = z.object({ uploadId: z.string() });
const record = (messageId: string, body: string) => ({ messageId, body, receiptHandle: 'r' });

test('a consumer names the messages that failed, and only those', async () => {
  const seen: string[] = [];
  const handler = consumer(Message, async ({ uploadId }) => {
    if (uploadId === 'bad') throw new Error('database away');
    seen.push(uploadId);
  });
  const answer = await handler({
    Records: [
      record('1', '{"uploadId":"a"}'),
      record('2', '{"uploadId":"bad"}'),
      record('3', 'no json'),
      record('4', '{"other":1}'),
      record('5', '{"uploadId":"b"}'),
    ],
  });
  expect(seen).toEqual(['a', 'b']);
  expect(answer.batchItemFailures).toEqual([
    { itemIdentifier: '2' },
    { itemIdentifier: '3' },
    { itemIdentifier: '4' },
  ]);
});

test('a message about a household that was erased is done with', async () => {
  const handler = consumer(Message, async () => {
    throw unauthorized();
  });
  const answer = await handler({ Records: [record('1', '{"uploadId":"a"}')] });
  expect(answer.batchItemFailures).toEqual([]);
});

test('a step hands on what it made, and a failure by a name the workflow can match', async () => {
  const ok = step(Message, async ({ uploadId }) => ({ uploadId, done: true }));
  expect(await ok({ uploadId: 'a', more: 1 })).toEqual({ uploadId: 'a', done: true });
  await expect(ok({ uploadId: 7 })).rejects.toMatchObject({ name: 'PermanentError' });
  const transient = step(Message, async () => {
    throw new TypeError('socket');
  });
  await expect(transient({ uploadId: 'a' })).rejects.toMatchObject({ name: 'TypeError' });
});

test('the code of a permanent failure survives the way through the workflow', async () => {
  const text = { pl: 'Pusty plik.', en: 'Empty file.' };
  for (const error of [
    new PermanentError('file-empty', 'Empty file.'),
    new UserError('bad-input', 'file-empty', text),
  ]) {
    const fails = agent(Message, async () => {
      throw error;
    });
    const thrown = await fails({ uploadId: 'a' }).catch((e: unknown) => e as Error);
    expect(thrown).toMatchObject({ name: 'PermanentError' });
    const cause = JSON.stringify({
      errorType: 'PermanentError',
      errorMessage: (thrown as Error).message,
    });
    expect(readCause(cause)).toEqual({ code: 'file-empty', message: 'Empty file.' });
  }
  expect(readCause('The task timed out')).toEqual({
    code: 'internal',
    message: 'The task timed out',
  });
});

test('leaves one line per piece of work, with ids and without content', async () => {
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  await step(z.looseObject({}), async () => 1)({ uploadId: 'u-1', text: 'private' });
  await operation(async () => 1)({ detail: 'private' });
  out.mockRestore();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { message: 'step', uploadId: 'u-1', Errors: 0 },
    { message: 'operation', Errors: 0 },
  ]);
  expect(lines.join()).not.toContain('private');
});
