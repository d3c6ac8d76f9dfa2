import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { presignPut, writeObject } from '#shared/clients/s3.ts';
import { createPresignedBatch } from '#shared/uploads/create-presigned-batch.ts';
import { createPresignedUpload } from '#shared/uploads/create-presigned-upload.ts';
import { receiveFile } from '#shared/uploads/receive-upload.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();
const QUARTER_OF_AN_HOUR = 15 * 60_000;
const FILE = { kind: 'receipt', fileName: 'a.jpg', contentType: 'image/jpeg', size: 5 } as const;

/** Stops the clock of this process, from which the expiry of links is computed. */
function stopClock(): number {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return Date.now();
}

/** When the sweeper gives up waiting for the file. */
async function awaitedUntil(uploadId: string): Promise<number> {
  const [row] = await database.query<{ expires_at: Date }>(
    'select expires_at from uploads where id = $1',
    [uploadId],
  );
  return row?.expires_at.getTime() ?? 0;
}

/** When the link expires. */
function endOf(url: string): number {
  const { searchParams } = new URL(url);
  const signedAt = (searchParams.get('X-Amz-Date') ?? '').replace(
    /^(....)(..)(..T..)(..)(..Z)$/,
    '$1-$2-$3:$4:$5',
  );
  return Date.parse(signedAt) + Number(searchParams.get('X-Amz-Expires')) * 1000;
}

test('a file is awaited as long as its link lasts, a quarter of an hour', async () => {
  const household = await database.newHousehold();
  const now = stopClock();
  const batch = await createPresignedBatch(household, { files: [FILE, FILE] }, { presignPut });
  for (const link of [
    await createPresignedUpload(household, FILE, { presignPut }),
    ...batch.files,
  ]) {
    expect(await awaitedUntil(link.uploadId)).toBe(now + QUARTER_OF_AN_HOUR);
    expect(Date.parse(link.expiresAt)).toBe(now + QUARTER_OF_AN_HOUR);
    // Signatures have whole seconds.
    expect(endOf(link.url)).toBe(Math.floor(now / 1000) * 1000 + QUARTER_OF_AN_HOUR);
  }
});

test('the bytes of a request are awaited in storage for as long', async () => {
  const household = await database.newHousehold();
  const bytes = readFileSync('test/data/receipts/Receipt_1.jpg');
  const now = stopClock();
  const file = { kind: 'receipt', fileName: null, contentType: 'image/jpeg', bytes } as const;
  const { uploadId } = await receiveFile(household, file, 'en', { writeObject });
  expect(await awaitedUntil(uploadId)).toBe(now + QUARTER_OF_AN_HOUR);
});
