import { describe, expect, test } from 'vitest';
import { handler as sweep } from '#functions/operations/sweep-uploads/handler.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { followUpload } from '#shared/uploads/follow-upload.ts';
import { readyWithUpload } from '#shared/uploads/ready-runs.ts';
import { retryUpload } from '#shared/uploads/retry-upload.ts';
import { showBatch } from '#shared/uploads/show-batch.ts';
import { isFinal, progressOf, STATUSES, type UploadStatus } from '#shared/uploads/upload-state.ts';
import { readUpload } from '#shared/uploads/upload-store.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
const FINAL = ['done', 'needs-review', 'failed'] as const;
const UNFINISHED = ['awaiting-file', 'queued', 'reading', 'parsing', 'matching', 'saving'] as const;

async function uploadIn(status: UploadStatus, attempt = 1) {
  database.actAsApp();
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await database.query(
    `update uploads set status = $2, attempt = $3, updated_at = now() - interval '1 day' where id = $1`,
    [uploadId, status, attempt],
  );
  return { household, uploadId };
}

const rowOf = async (uploadId: string) =>
  (
    await database.query<{ status: string; attempt: number }>(
      'select status, attempt from uploads where id = $1',
      [uploadId],
    )
  )[0];

test('three statuses are an end, and the six before them are not', () => {
  expect(STATUSES.filter(isFinal)).toEqual(FINAL);
  expect(STATUSES.filter((status) => !isFinal(status))).toEqual(UNFINISHED);
});

test('the progress counts the steps of the workflow, and an end is the last', () => {
  const of = STATUSES.map((status) => progressOf(status, 'receipt'));
  expect(of.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 6]);
  expect(new Set(of.map((progress) => progress.of))).toEqual(new Set([6]));
  const ofDocument = ['awaiting-file', 'queued', 'reading', 'parsing', 'done'] as const;
  expect(ofDocument.map((status) => progressOf(status, 'document'))).toEqual(
    [0, 1, 2, 3, 4].map((step) => ({ step, of: 4 })),
  );
});

describe.each(FINAL)('an upload that ended as %s', (status) => {
  test('is neither swept nor started again', async () => {
    const { uploadId } = await uploadIn(status);
    database.actAsWorker();
    expect(await sweep({})).toEqual({ again: 0, failed: 0 });
    expect(await withWorker((client) => readyWithUpload(client, uploadId))).toEqual([]);
    expect(await rowOf(uploadId)).toEqual({ status, attempt: 1 });
  });

  test('ends the stream of its statuses, and the batch it is in', async () => {
    const { household, uploadId } = await uploadIn(status);
    const upload = await readUpload(household, uploadId);
    const wait = () => Promise.reject(new Error('nothing more to wait for'));
    const events: unknown[] = [];
    for await (const { data } of followUpload(
      household,
      upload,
      'en',
      new AbortController().signal,
      wait,
    ))
      events.push(data);
    expect(events).toMatchObject([{ uploadId, status, progress: { step: 6, of: 6 } }]);
    const batch = { id: uploadId, started_at: new Date(0), created_at: new Date(0) };
    expect(showBatch({ ...batch, uploads: [upload] }, 'en')).toMatchObject({
      status: 'ended',
      counts: { underWay: 0 },
    });
  });
});

test('only a failed upload may be tried again', async () => {
  for (const status of STATUSES) {
    const { household, uploadId } = await uploadIn(status);
    const retried = await retryUpload(household, uploadId).catch((error: unknown) => error);
    if (status === 'failed') {
      expect(await rowOf(uploadId)).toEqual({ status: 'queued', attempt: 2 });
    } else {
      expect(retried, status).toMatchObject({ kind: 'conflict', code: 'not-failed' });
      expect(await rowOf(uploadId), status).toEqual({ status, attempt: 1 });
    }
  }
});
