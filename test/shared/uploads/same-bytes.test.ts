import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold, withWorker } from '#shared/database/with-household.ts';
import { claimBytes } from '#shared/uploads/claim-bytes.ts';
import { lacksHash } from '#shared/uploads/same-bytes-store.ts';
import { STATUSES, type UploadStatus } from '#shared/uploads/upload-state.ts';
import { createUpload } from '#shared/uploads/upload-store.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
const PHOTO = Buffer.from('the bytes of a photograph');

async function pendingUpload(household: HouseholdContext) {
  database.actAsApp();
  return (await newRun(household)).uploadId;
}

/** As the consumer of the queue does it: in the role that sees every household. */
async function claim(uploadId: string, bytes = PHOTO) {
  database.actAsWorker();
  await withWorker((client) => claimBytes(client, uploadId, bytes));
}

/** An upload by a link, whose bytes have just arrived. */
async function arrive(household: HouseholdContext, bytes = PHOTO) {
  const uploadId = await pendingUpload(household);
  await claim(uploadId, bytes);
  return uploadId;
}

const set = (uploadId: string, status: UploadStatus) =>
  database.query('update uploads set status = $2 where id = $1', [uploadId, status]);

async function read(uploadId: string) {
  const [row] = await database.query<{ status: string; duplicate_of: string | null }>(
    'select status, duplicate_of from uploads where id = $1',
    [uploadId],
  );
  return row;
}

describe('bytes that came before', () => {
  test.each(STATUSES.filter((status) => status !== 'failed'))(
    'are a duplicate while the first is %s',
    async (status) => {
      const household = await database.newHousehold();
      const first = await arrive(household);
      await set(first, status);
      expect(await read(await arrive(household))).toEqual({ status: 'done', duplicate_of: first });
    },
  );

  test('are read when the first failed, and the next ones are duplicates of that reading', async () => {
    const household = await database.newHousehold();
    const first = await arrive(household);
    await set(first, 'failed');
    const second = await arrive(household);
    expect(await read(second)).toEqual({ status: 'awaiting-file', duplicate_of: null });
    const third = await arrive(household);
    expect(await read(third)).toEqual({ status: 'done', duplicate_of: second });
  });

  test('are read for another household, and where a single byte differs', async () => {
    await arrive(await database.newHousehold());
    const household = await database.newHousehold();
    for (const bytes of [PHOTO, Buffer.concat([PHOTO, Buffer.from('\n')])]) {
      expect(await read(await arrive(household, bytes))).toEqual({
        status: 'awaiting-file',
        duplicate_of: null,
      });
    }
  });

  test('change nothing of an upload that has ended meanwhile', async () => {
    const household = await database.newHousehold();
    await arrive(household);
    const uploadId = await pendingUpload(household);
    await set(uploadId, 'needs-review');
    await claim(uploadId);
    expect(await read(uploadId)).toEqual({ status: 'needs-review', duplicate_of: null });
  });

  test('of two at once one is read and the other its duplicate', async () => {
    const household = await database.newHousehold();
    const ids = [await pendingUpload(household), await pendingUpload(household)];
    await Promise.all(ids.map((id) => claim(id)));
    const rows = await Promise.all(ids.map(read));
    const duplicates = rows.flatMap((row) => row?.duplicate_of ?? []);
    expect(duplicates).toHaveLength(1);
    expect(ids).toContain(duplicates[0]);
  });
});

test('bytes are hashed once, and only of an upload that waits for them', async () => {
  const household = await database.newHousehold();
  const uploadId = await pendingUpload(household);
  database.actAsWorker();
  const lacks = (id: string) => withWorker((client) => lacksHash(client, id));
  for (const status of STATUSES) {
    await set(uploadId, status);
    expect(await lacks(uploadId), status).toBe(['awaiting-file', 'queued'].includes(status));
  }
  const known = await arrive(household);
  expect(await lacks(known)).toBe(false);
  expect(await lacks(await arrive(household))).toBe(false);
  expect(await lacks(household.householdId)).toBe(false);
});

describe('the same bytes through the API', () => {
  const send = (household: HouseholdContext) => {
    database.actAsApp();
    return withHousehold(household, (client) =>
      createUpload(client, household.householdId, {
        kind: 'receipt',
        userId: household.userId,
        fileName: null,
        contentType: 'image/jpeg',
        size: PHOTO.length,
        sha256: Buffer.alloc(32, 7),
        expiresAt: null,
        batchId: null,
      }),
    );
  };

  test.each(STATUSES.filter((status) => status !== 'failed'))(
    'are the first upload while that is %s',
    async (status) => {
      const household = await database.newHousehold();
      const { upload } = await send(household);
      await set(upload.id, status);
      expect(await send(household)).toMatchObject({ isNew: false, upload: { id: upload.id } });
    },
  );

  test('are a new upload when the first failed: its file may never have arrived', async () => {
    const household = await database.newHousehold();
    const first = await send(household);
    await set(first.upload.id, 'failed');
    const second = await send(household);
    expect(second).toMatchObject({ isNew: true, upload: { status: 'awaiting-file' } });
    expect(second.upload.id).not.toBe(first.upload.id);
    expect(await send(household)).toMatchObject({ isNew: false, upload: { id: second.upload.id } });
    expect(await read(first.upload.id)).toEqual({ status: 'failed', duplicate_of: null });
  });
});
