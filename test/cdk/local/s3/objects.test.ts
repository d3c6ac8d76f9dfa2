import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { Bucket, startStorage, textOf } from './storage.ts';

test('the SDK gets back the bytes, type and metadata it put, and the queue gets one event', async () => {
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

test('events of one key are ordered by their sequencer, and other prefixes send none', async () => {
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
  expect(readdirSync(directory)).toHaveLength(2); // the bytes and their label
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

test('versions are the newest ones, page by page, and what is deleted leaves none', async () => {
  const { sdk } = await startStorage();
  const keys = ['a/1', 'a/2', 'a/3', 'b'];
  for (const Key of keys) await sdk.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const list = async (KeyMarker?: string) =>
    await sdk.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'a/', MaxKeys: 2, KeyMarker }));
  const first = await list();
  expect(first.Versions?.map(({ Key, VersionId }) => [Key, VersionId])).toEqual([
    ['a/1', 'null'],
    ['a/2', 'null'],
  ]);
  expect(first.IsTruncated).toBe(true);
  const last = await list(first.NextKeyMarker);
  expect([last.Versions?.map(({ Key }) => Key), last.IsTruncated]).toEqual([['a/3'], false]);
  const Objects = keys.map((Key) => ({ Key, VersionId: 'null' }));
  await sdk.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  const { Versions = [], DeleteMarkers = [] } = await list();
  expect([...Versions, ...DeleteMarkers]).toEqual([]);
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
