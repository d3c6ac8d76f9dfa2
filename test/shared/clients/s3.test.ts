import { expect, test } from 'vitest';
import { presignGet, presignPut } from '#shared/clients/s3.ts';
import { testStorage } from '#test/support/storage.ts';

testStorage();
const FILE = { contentType: 'image/jpeg', size: 5 };
const put = (url: string, body: string, type: string) =>
  fetch(url, { method: 'PUT', body, headers: { 'content-type': type } });

test('a link to put accepts only the key, type and size it was made for', async () => {
  const url = await presignPut('uploads/a/b', FILE, 900);
  expect((await put(url, '12345', 'image/png')).status).toBe(403);
  expect((await put(url, '123456', 'image/jpeg')).status).toBe(403);
  expect((await fetch(await presignGet('uploads/a/b'))).status).toBe(404);
  expect((await put(url, '12345', 'image/jpeg')).status).toBe(200);
  expect(await (await fetch(await presignGet('uploads/a/b'))).text()).toBe('12345');
  // The key is signed as well.
  expect((await put(url.replace('/a/b', '/a/c'), '12345', 'image/jpeg')).status).toBe(403);
});

test('a link to put expires when its caller wants, a link to get after 15 minutes', async () => {
  const seconds = (url: string) => new URL(url).searchParams.get('X-Amz-Expires');
  expect(seconds(await presignPut('uploads/a/b', FILE, 77))).toBe('77');
  expect(seconds(await presignGet('uploads/a/b'))).toBe('900');
});

test('a link to put carries no checksum: the file is not known when it is made', async () => {
  const url = await presignPut('uploads/a/b', FILE, 900);
  expect([...new URL(url).searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual(
    [],
  );
});
