import { expect, test } from 'vitest';
import { handler } from '#functions/steps/fail-upload/handler.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();

const causeOf = (errorMessage: string) =>
  JSON.stringify({ errorType: 'PermanentError', errorMessage });

async function failed(Cause: string) {
  const run = await newRun(await database.newHousehold());
  await handler({ ...run, error: { Error: 'PermanentError', Cause } });
  const [row] = await database.query<{ status: string; problem: { code: string; en: string } }>(
    'select status, problem from uploads where id = $1',
    [run.uploadId],
  );
  return row;
}

test('the upload has a message why it failed', async () => {
  expect(await failed(causeOf('pdf-password: The PDF is protected'))).toEqual({
    status: 'failed',
    problem: expect.objectContaining({
      code: 'pdf-password',
      en: expect.stringMatching(/password/),
    }),
  });
});

test('an unforeseen error is reported without its details', async () => {
  const row = await failed(causeOf('connect ECONNREFUSED 10.0.0.7:5432'));
  expect(row).toMatchObject({ status: 'failed', problem: { code: 'internal' } });
  expect(JSON.stringify(row)).not.toContain('10.0.0.7');
});

test('a late failure of an attempt that was given up does not undo a later success', async () => {
  const run = await newRun(await database.newHousehold());
  await database.query("update uploads set status = 'done', attempt = 2 where id = $1", [
    run.uploadId,
  ]);
  await handler({ ...run, error: { Error: 'PermanentError', Cause: causeOf('gave-up: late') } });
  const rows = await database.query('select status, problem from uploads where id = $1', [
    run.uploadId,
  ]);
  expect(rows).toEqual([{ status: 'done', problem: null }]);
});
