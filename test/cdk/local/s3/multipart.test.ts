import { readdirSync } from 'node:fs';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { Bucket, startStorage, textOf } from './storage.ts';

const MIN_PART_BYTES = 5 * 1024 * 1024;

/** Begins an upload, and sends one part of each size. */
async function uploadParts(sdk: S3Client, sizes: readonly number[]) {
  const { UploadId } = await sdk.send(new CreateMultipartUploadCommand({ Bucket, Key: 'big' }));
  const upload = { Bucket, Key: 'big', UploadId };
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  for (const [at, size] of sizes.entries()) {
    const Body = String(at).repeat(size);
    const { ETag } = await sdk.send(new UploadPartCommand({ ...upload, PartNumber: at + 1, Body }));
    Parts.push({ ETag, PartNumber: at + 1 });
  }
  const complete = (parts = Parts) =>
    sdk.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
  return { Parts, complete };
}

test('parts become one object when they are completed', async () => {
  const { sdk, directory } = await startStorage();
  const { complete } = await uploadParts(sdk, [MIN_PART_BYTES, 3]);
  await complete();
  expect(await textOf(sdk, 'big')).toBe(`${'0'.repeat(MIN_PART_BYTES)}111`);
  expect(readdirSync(directory)).toHaveLength(2); // the bytes and their label
});

test('a part of less than 5 MiB can only be the last', async () => {
  const { sdk } = await startStorage();
  const { Parts, complete } = await uploadParts(sdk, [MIN_PART_BYTES - 1, 3]);
  await expect(complete()).rejects.toMatchObject({
    name: 'EntityTooSmall',
    $metadata: { httpStatusCode: 400 },
  });
  await complete(Parts.slice(0, 1));
  expect(await textOf(sdk, 'big')).toHaveLength(MIN_PART_BYTES - 1);
});

test('parts are named in their order, and each once', async () => {
  const { sdk } = await startStorage();
  const { Parts, complete } = await uploadParts(sdk, [MIN_PART_BYTES, MIN_PART_BYTES]);
  const wrong = { name: 'InvalidPartOrder' };
  await expect(complete(Parts.toReversed())).rejects.toMatchObject(wrong);
  await expect(complete([...Parts, ...Parts.slice(1)])).rejects.toMatchObject(wrong);
});
