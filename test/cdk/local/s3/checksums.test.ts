import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { crc32c, crc64nvme } from '#cdk/local/s3/crc.ts';
import { Bucket, startStorage, textOf } from './storage.ts';

const digits = Buffer.from('123456789');

test('the sums have the check values of their catalogue, cut anywhere', () => {
  for (let cut = 0; cut <= digits.length; cut += 1) {
    const [head, tail] = [digits.subarray(0, cut), digits.subarray(cut)];
    expect(crc32c(tail, crc32c(head, 0))).toBe(0xe3069283);
    expect(crc64nvme(tail, crc64nvme(head, 0n))).toBe(0xae8b14860a799888n);
  }
});

/** What each algorithm makes of `123456789`, in Base64. */
const SUMS = {
  CRC32: 'y/Q5Jg==',
  CRC32C: '4waSgw==',
  CRC64NVME: 'rosUhgp5mIg=',
  SHA1: '98O8HYCOBHMq32eZZczDTKeuNEE=',
  SHA256: 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=',
} as const;
const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

test.each(algorithms)('a put answers with its %s, and a read that asks for it', async (name) => {
  const { sdk } = await startStorage();
  const object = { Bucket, Key: 'a' };
  const sum = SUMS[name];
  const expected = { [`Checksum${name}`]: sum, ChecksumType: 'FULL_OBJECT' };
  const put = new PutObjectCommand({ ...object, Body: digits, ChecksumAlgorithm: name });
  expect(await sdk.send(put)).toMatchObject(expected);
  const asking = { ...object, ChecksumMode: 'ENABLED' as const };
  expect(await sdk.send(new HeadObjectCommand(asking))).toMatchObject(expected);
  const copied = await sdk.send(
    new CopyObjectCommand({ Bucket, Key: 'b', CopySource: 'uploads/a' }),
  );
  expect(copied.CopyObjectResult).toMatchObject({ [`Checksum${name}`]: sum });
});

test('damaged bytes are refused whatever the checksum', async () => {
  const { sdk } = await startStorage();
  for (const name of algorithms) {
    const wrong = { [`Checksum${name}`]: SUMS[name].replace(/^./, 'A') };
    const put = new PutObjectCommand({ Bucket, Key: 'a', Body: digits, ...wrong });
    await expect(sdk.send(put), name).rejects.toMatchObject({ name: 'BadDigest' });
  }
  await expect(textOf(sdk, 'a')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('bytes that come without a checksum get the one S3 chooses', async () => {
  const { sdk } = await startStorage();
  // The SDK signs the sum of an empty body into the address, which S3 does not look at.
  const url = await getSignedUrl(sdk, new PutObjectCommand({ Bucket, Key: 'a' }));
  const reply = await fetch(url, { method: 'PUT', body: digits });
  expect([reply.status, reply.headers.get('x-amz-checksum-crc64nvme')]).toEqual([
    200,
    SUMS.CRC64NVME,
  ]);
});

test('a read without checksum mode, and one of a range, get no checksum', async () => {
  const { sdk } = await startStorage();
  await sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body: digits }));
  const head = await sdk.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
  expect(head.ChecksumCRC32).toBeUndefined();
  const range = { Bucket, Key: 'a', Range: 'bytes=0-1', ChecksumMode: 'ENABLED' as const };
  expect((await sdk.send(new GetObjectCommand(range))).ChecksumCRC32).toBeUndefined();
});

test('a part answers with its checksum', async () => {
  const { sdk } = await startStorage();
  const object = { Bucket, Key: 'big' };
  const { UploadId } = await sdk.send(new CreateMultipartUploadCommand(object));
  const part = new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: digits });
  expect(await sdk.send(part)).toMatchObject({ ChecksumCRC32: SUMS.CRC32 });
});

test('an algorithm that is not known is refused by name', async () => {
  const { sdk } = await startStorage();
  const put = new PutObjectCommand({ Bucket, Key: 'a', Body: digits, ChecksumXXHASH64: 'AA==' });
  await expect(sdk.send(put)).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('x-amz-checksum-xxhash64'),
  });
});
