import { expect, test } from 'vitest';
import { followUpload } from '#shared/uploads/follow-upload.ts';
import { readUpload } from '#shared/uploads/upload-store.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
const limitless = new AbortController().signal;

test('an upload is followed through its statuses, each said once, until it has ended', async () => {
  const who = await database.newHousehold();
  const { uploadId } = await newRun(who);
  const first = await readUpload(who, uploadId);
  const later = ['queued', 'queued', 'reading', 'saving', 'failed'];
  const next = async () => {
    await database.query('update uploads set status = $2 where id = $1', [uploadId, later.shift()]);
  };
  const said: unknown[] = [];
  for await (const { data } of followUpload(who, first, 'en', limitless, next)) said.push(data);
  expect(said).toMatchObject(
    ['awaiting-file', 'queued', 'reading', 'saving', 'failed'].map((status) => ({ status })),
  );
});

test('one that has not ended when the function’s time is over is not followed on', async () => {
  const who = await database.newHousehold();
  const { uploadId } = await newRun(who);
  const first = await readUpload(who, uploadId);
  const limit = new AbortController();
  const said: unknown[] = [];
  const next = async () => {
    if (limit.signal.aborted) throw new Error('It is followed on');
    limit.abort();
  };
  for await (const { data } of followUpload(who, first, 'en', limit.signal, next)) said.push(data);
  expect(said).toMatchObject([{ status: 'awaiting-file' }]);
});
