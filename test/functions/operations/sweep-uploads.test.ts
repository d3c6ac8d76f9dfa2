import { expect, test } from 'vitest';
import { handler } from '#functions/operations/sweep-uploads/handler.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
const queue = testQueue();

async function standing(status: string, since: string, attempt = 1, expires = since) {
  database.actAsApp();
  const { uploadId } = await newRun(await database.newHousehold());
  await database.query(
    `update uploads set status = $2, updated_at = now() - $3::interval, attempt = $4,
       expires_at = now() - $5::interval where id = $1`,
    [uploadId, status, since, attempt, expires],
  );
  return uploadId;
}

test('what stands still goes on, what cannot is ended with a reason, the rest is left alone', async () => {
  const stuck = await standing('reading', '40 minutes');
  const busy = await standing('reading', '1 minute');
  const spent = await standing('saving', '40 minutes', 3);
  const never = await standing('awaiting-file', '40 minutes');
  const coming = await standing('awaiting-file', '40 minutes', 1, '-10 minutes');
  const done = await standing('done', '40 minutes');
  database.actAsWorker();
  expect(await handler({})).toEqual({ again: 1, failed: 2 });

  const rows = await database.query<{ id: string; status: string; attempt: number; code: string }>(
    "select id, status, attempt, problem ->> 'code' as code from uploads",
  );
  const of = (id: string) => rows.find((row) => row.id === id);
  expect(of(stuck)).toMatchObject({ status: 'queued', attempt: 2 });
  expect(of(busy)).toMatchObject({ status: 'reading', attempt: 1 });
  expect(of(spent)).toMatchObject({ status: 'failed', code: 'gave-up' });
  expect(of(never)).toMatchObject({ status: 'failed', code: 'file-never-came' });
  expect(of(coming)).toMatchObject({ status: 'awaiting-file' });
  expect(of(done)).toMatchObject({ status: 'done' });
  const [message] = queue.messages();
  expect(message?.payload).toMatchObject({ uploadId: stuck, attempt: 2 });
});

test('sweeping again at once finds nothing to do', async () => {
  database.actAsWorker();
  expect(await handler({})).toEqual({ again: 0, failed: 0 });
});
