import { expect, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { beginDocument } from '#shared/documents/records/document-store.ts';
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

test('of a document that is being read each page is said', async () => {
  const who = await database.newHousehold();
  const run = await newRun(who, { kind: 'document' });
  const facts = { title: 'ulotka', format: 'pdf' } as const;
  const id = await withHousehold(who, (client) => beginDocument(client, run, facts));
  const first = await readUpload(who, run.uploadId);
  const later = [0, 1, 1, 2];
  const next = async () => {
    const [read, status] = [later.shift(), later.length > 0 ? 'reading' : 'done'];
    await database.query('update documents set pages = 2, pages_read = $2 where id = $1', [
      id,
      read,
    ]);
    await database.query('update uploads set status = $2 where id = $1', [run.uploadId, status]);
  };
  const said: unknown[] = [];
  for await (const { data } of followUpload(who, first, 'en', limitless, next)) said.push(data);
  expect(said).toMatchObject([
    { status: 'awaiting-file', documentId: id },
    { status: 'reading', pages: { read: 0, of: 2 } },
    { status: 'reading', pages: { read: 1, of: 2 } },
    { status: 'done', pages: { read: 2, of: 2 } },
  ]);
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
