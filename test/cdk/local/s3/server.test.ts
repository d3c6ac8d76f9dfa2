import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, onTestFinished, test } from 'vitest';
import type { BucketConfig } from '#cdk/local/s3/bucket-config.ts';
import { startS3 } from '#cdk/local/s3/server.ts';
import {
  client,
  credentials,
  temporaryFolder,
  temporaryState,
} from '#test/cdk/local/support/state.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:work';
const bucket: BucketConfig = {
  name: 'uploads',
  cors: [
    {
      allowedOrigins: ['https://food.example'],
      allowedMethods: ['PUT'],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag'],
      maxAgeSeconds: 600,
    },
  ],
  notifications: [{ events: ['s3:ObjectCreated:*'], prefix: 'uploads/', suffix: '', queueArn }],
};
const Bucket = 'uploads';

async function startStorage(deliver?: (arn: string, body: string) => void) {
  const events: { name: string; key: string; sequencer: string }[] = [];
  const folder = temporaryFolder();
  const directory = join(folder, 's3');
  const s3 = await startS3({
    state: temporaryState(folder),
    directory,
    port: 0,
    region: 'eu-central-1',
    credentials,
    buckets: [bucket],
    deliver:
      deliver ??
      ((arn, body) => {
        expect(arn).toBe(queueArn);
        const [record] = JSON.parse(body).Records;
        const { key, sequencer } = record.s3.object;
        events.push({ name: record.eventName, key, sequencer });
      }),
  });
  onTestFinished(() => s3.close());
  const sdk = new S3Client({ ...client, endpoint: s3.url });
  return { s3, sdk, events, directory };
}

const textOf = async (sdk: S3Client, Key: string, more = {}) =>
  (await sdk.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();

test('the SDK gets back the bytes, type and metadata it put, and the queue hears of it once', async () => {
  const { sdk, events } = await startStorage();
  const Key = 'uploads/dom żółty/1.jpg';
  const bytes = randomBytes(300_000);
  await sdk.send(
    new PutObjectCommand({
      Bucket,
      Key,
      Body: bytes,
      ContentType: 'image/jpeg',
      Metadata: { kind: 'receipt' },
    }),
  );
  const got = await sdk.send(new GetObjectCommand({ Bucket, Key }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  expect(got).toMatchObject({
    ContentType: 'image/jpeg',
    Metadata: { kind: 'receipt' },
    ContentLength: 300_000,
  });
  expect(events).toHaveLength(1);
  expect(decodeURIComponent(events[0]?.key.replaceAll('+', ' ') ?? '')).toBe(Key);
});

test('events of one key are ordered by their sequencer, and other prefixes stay silent', async () => {
  const { sdk, events } = await startStorage();
  for (const Body of ['one', 'two'])
    await sdk.send(new PutObjectCommand({ Bucket, Key: 'uploads/a', Body }));
  await sdk.send(new PutObjectCommand({ Bucket, Key: 'readings/a', Body: 'x' }));
  expect(events.map(({ name }) => name)).toEqual(['ObjectCreated:Put', 'ObjectCreated:Put']);
  expect((events[0]?.sequencer ?? '') < (events[1]?.sequencer ?? '')).toBe(true);
});

test('when the event cannot be queued the object is not there either', async () => {
  const { sdk } = await startStorage(() => {
    throw new Error('queue down');
  });
  const put = new PutObjectCommand({ Bucket, Key: 'uploads/a', Body: 'x' });
  await expect(sdk.send(put)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  await expect(textOf(sdk, 'uploads/a')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a replaced or deleted object leaves no file behind', async () => {
  const { sdk, directory } = await startStorage();
  for (const Body of ['one', 'two'])
    await sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
  expect(readdirSync(directory)).toHaveLength(1);
  await sdk.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  expect(readdirSync(directory)).toEqual([]);
});

test('conditional writes and reads hold', async () => {
  const { sdk } = await startStorage();
  const put = (Body: string, more = {}) =>
    sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body, ...more }));
  const { ETag } = await put('one', { IfNoneMatch: '*' });
  await expect(put('two', { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await expect(put('two', { IfMatch: '"other"' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await put('two', { IfMatch: ETag });
  expect(await textOf(sdk, 'a')).toBe('two');
  await expect(textOf(sdk, 'a', { IfMatch: ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

test('of many conditional writers at once exactly one wins', async () => {
  const { sdk } = await startStorage();
  const writers = Array.from({ length: 8 }, (_, n) =>
    sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body: String(n), IfNoneMatch: '*' })),
  );
  const won = (await Promise.allSettled(writers)).filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
});

test('a range is the bytes asked for, and one outside is 416', async () => {
  const { sdk } = await startStorage();
  await sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '0123456789' }));
  expect(await textOf(sdk, 'a', { Range: 'bytes=2-4' })).toBe('234');
  expect(await textOf(sdk, 'a', { Range: 'bytes=-3' })).toBe('789');
  await expect(textOf(sdk, 'a', { Range: 'bytes=10-' })).rejects.toMatchObject({
    name: 'InvalidRange',
  });
});

test('listing pages through keys and groups them by delimiter', async () => {
  const { sdk } = await startStorage();
  for (const Key of ['a/1', 'a/2', 'b/1', 'c', 'd'])
    await sdk.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const seen: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await sdk.send(
      new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 2, ContinuationToken }),
    );
    seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''));
    seen.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  expect(seen).toEqual(['a/', 'b/', 'c', 'd']);
});

test('parts become one object when they are completed', async () => {
  const { sdk, directory } = await startStorage();
  const { UploadId } = await sdk.send(new CreateMultipartUploadCommand({ Bucket, Key: 'big' }));
  const upload = { Bucket, Key: 'big', UploadId };
  const Parts = [];
  for (const [at, Body] of ['first ', 'second'].entries()) {
    const { ETag } = await sdk.send(new UploadPartCommand({ ...upload, PartNumber: at + 1, Body }));
    Parts.push({ ETag, PartNumber: at + 1 });
  }
  await sdk.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  expect(await textOf(sdk, 'big')).toBe('first second');
  expect(readdirSync(directory)).toHaveLength(1);
});

test('copy, head and delete of several work', async () => {
  const { sdk } = await startStorage();
  await sdk.send(
    new PutObjectCommand({ Bucket, Key: 'a b', Body: 'x', ContentType: 'text/plain' }),
  );
  await sdk.send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: 'uploads/a%20b' }));
  const head = await sdk.send(new HeadObjectCommand({ Bucket, Key: 'c' }));
  expect(head).toMatchObject({ ContentType: 'text/plain', ContentLength: 1 });
  const Objects = [{ Key: 'a b' }, { Key: 'c' }, { Key: 'never was' }];
  await sdk.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect((await sdk.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
});

test('a presigned link carries exactly what was signed, to its owner only, until it expires', async () => {
  const { sdk } = await startStorage();
  const command = new PutObjectCommand({
    Bucket,
    Key: 'uploads/x',
    ContentType: 'image/png',
    ContentLength: 3,
  });
  const url = await getSignedUrl(sdk, command, {
    expiresIn: 60,
    signableHeaders: new Set(['content-type', 'content-length']),
  });
  const put = (type: string, body: string, to = url) =>
    fetch(to, { method: 'PUT', headers: { 'content-type': type }, body });
  expect((await put('text/html', 'abc')).status).toBe(403);
  expect((await put('image/png', 'too long')).status).toBe(403);
  expect((await put('image/png', 'abc', url.replace('uploads/x', 'uploads/y'))).status).toBe(403);
  expect((await put('image/png', 'abc')).status).toBe(200);
  const past = new Date(Date.now() - 120_000);
  const expired = await getSignedUrl(sdk, new GetObjectCommand({ Bucket, Key: 'uploads/x' }), {
    expiresIn: 60,
    signingDate: past,
  });
  const reply = await fetch(expired);
  expect([reply.status, await reply.text()]).toEqual([
    403,
    expect.stringContaining('Request has expired'),
  ]);
});

test('unsigned requests, wrong secrets and damaged bytes are refused', async () => {
  const { s3, sdk } = await startStorage();
  expect((await fetch(`${s3.url}/uploads/a`)).status).toBe(403);
  const thief = new S3Client({
    ...client,
    endpoint: s3.url,
    credentials: { ...credentials, secretAccessKey: 'guess' },
  });
  const put = { Bucket, Key: 'a', Body: 'x' };
  await expect(thief.send(new PutObjectCommand(put))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
  const damaged = new PutObjectCommand({ ...put, ChecksumCRC32: 'AAAAAA==' });
  await expect(sdk.send(damaged)).rejects.toMatchObject({ name: 'BadDigest' });
});

test('what this S3 does not do is refused by name, not half done', async () => {
  const { sdk } = await startStorage();
  await sdk.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
  const tagging = sdk.send(new GetObjectTaggingCommand({ Bucket, Key: 'a' }));
  await expect(tagging).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('tagging'),
  });
});

test('a browser of an allowed origin may put, others may not', async () => {
  const { s3 } = await startStorage();
  const preflight = (origin: string) =>
    fetch(`${s3.url}/uploads/a`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
  const allowed = await preflight('https://food.example');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://food.example');
  expect((await preflight('https://evil.example')).status).toBe(403);
});

test('keys never leave the directory', async () => {
  const { sdk, directory } = await startStorage();
  await sdk.send(new PutObjectCommand({ Bucket, Key: '../../escape', Body: 'x' }));
  expect(readdirSync(directory)).toHaveLength(1);
  expect(readdirSync(join(directory, '..')).sort()).not.toContain('escape');
});
