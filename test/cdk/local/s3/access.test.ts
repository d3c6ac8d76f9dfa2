import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { client, credentials } from '#test/cdk/local/support/state.ts';
import { Bucket, startStorage } from './storage.ts';

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
  expect(readdirSync(directory)).toHaveLength(2); // the bytes and their label
  expect(readdirSync(join(directory, '..')).sort()).not.toContain('escape');
});
