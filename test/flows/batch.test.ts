import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Batch, PresignedBatch } from '#shared/uploads/batch.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { generateReceipts } from '#test/synthetic/generate.ts';
import { scan } from '#test/synthetic/paper/scan.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { TUNE } from '#test/synthetic/sets.ts';
import { runningSystem } from './running-system.ts';
import { ended } from './system.ts';

const system = runningSystem();

async function scans(count: number): Promise<Buffer[]> {
  const images = [];
  for (const { lines, shop, seed } of generateReceipts(TUNE, count)) {
    images.push(await scan({ lines, form: shop, font: TUNE.thermal[0] }, randomFrom(seed)));
  }
  return images;
}

/** Begins and ends like an image: only decoding finds out. */
function damaged(image: Buffer): Buffer {
  return Buffer.concat([image.subarray(0, 20), Buffer.alloc(2000, 7), image.subarray(-2)]);
}

test('many files are read together; one that is damaged and one sent twice stop no other', {
  timeout: LONG_LIMIT,
}, async () => {
  const whole = await scans(3);
  const [first] = whole;
  if (first === undefined) throw new Error('no scan');
  const files = [...whole, damaged(first), first];
  const presigned = PresignedBatch.parse(
    await system.json('/api/v2/upload/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        files: files.map((bytes, at) => ({
          fileName: `${at}.jpg`,
          contentType: 'image/jpeg',
          size: bytes.length,
        })),
      }),
    }),
  );
  await Promise.all(
    presigned.files.map(async ({ url, headers }, at) => {
      const put = await fetch(url, {
        method: 'PUT',
        headers,
        body: new Uint8Array(files[at] ?? []),
      });
      expect(put.status).toBe(200);
    }),
  );
  await Promise.all(presigned.files.map(({ uploadId }) => ended(system, uploadId)));

  const batch = Batch.parse(await system.json(presigned.location));
  expect(batch.status).toBe('ended');
  expect(batch.counts).toMatchObject({ failed: 1, underWay: 0, duplicates: 1 });
  expect(batch.counts.done + batch.counts.needsReview).toBe(3);
  const broken = batch.uploads.find(({ status }) => status === 'failed');
  expect(broken).toMatchObject({
    uploadId: presigned.files[3]?.uploadId,
    problem: { code: 'image-damaged' },
  });
  const twice = batch.uploads.filter(({ duplicateOf }) => duplicateOf !== undefined);
  expect(twice).toHaveLength(1);
  const { items } = z
    .object({ items: z.array(z.unknown()) })
    .parse(await system.json('/api/v2/receipts?limit=100'));
  expect(items).toHaveLength(3);
});
