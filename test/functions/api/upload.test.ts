import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/upload/handler.ts';
import { readObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { pngOf } from '#test/flows/hostile-files.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';
import { testStorage } from '#test/support/storage.ts';
import { form, twoFiles } from '#test/support/upload-form.ts';

// More a minute than anybody sends, so that the hour's measure shows. Read when the handler is loaded.
vi.hoisted(() => vi.stubEnv('RATE_LIMITS', 'upload=1000'));

const database = testDatabase();
const storage = testStorage();
testQueue();
beforeAll(async () => {
  // Without its secret Redis is away, and each instance counts for itself.
  process.env[ENV.redisSecret] = 'no-such-secret';
});

const UPLOAD = '/api/v2/upload';
const ONE = '/api/v2/upload/{uploadId}';
const photo = readFileSync('test/data/receipts/Receipt_1.jpg');

const send = (household: HouseholdContext, body: Buffer, type = 'image/jpeg', query = {}) =>
  call(handler, {
    method: 'POST',
    resource: UPLOAD,
    household,
    body,
    query,
    headers: { 'Content-Type': type },
  });

test('bytes are kept under the household’s key, their arrival is announced, and the status shows it', async () => {
  const household = await database.newHousehold();
  const sent = await send(household, photo);
  expect(sent).toMatchObject({
    status: 202,
    json: { status: 'queued', progress: { step: 1, of: 6 } },
  });
  const { uploadId } = sent.json;
  expect(await readObject(uploadKey(household.householdId, uploadId))).toEqual(photo);
  expect(storage.events.some((event) => event.includes(uploadId))).toBe(true);
  const read = await call(handler, { resource: ONE, params: { uploadId }, household });
  expect(read.json).toMatchObject({ uploadId, kind: 'receipt', status: 'queued' });
  expect(read.json.problem).toBeUndefined();
});

test('the same bytes twice are one upload of the household, and another household’s own', async () => {
  const [one, other] = [await database.newHousehold(), await database.newHousehold()];
  const first = await send(one, photo);
  const again = await send(one, photo);
  expect(again.json).toMatchObject({
    uploadId: first.json.uploadId,
    duplicateOf: first.json.uploadId,
  });
  expect((await send(other, photo)).json.duplicateOf).toBeUndefined();
});

test('an upload whose object never arrived is completed by the same bytes, not called a duplicate', async () => {
  const household = await database.newHousehold();
  const { uploadId } = (await send(household, photo)).json;
  await database.query("update uploads set status = 'awaiting-file' where id = $1", [uploadId]);
  expect((await send(household, photo)).json).toMatchObject({ uploadId, status: 'queued' });
});

test('the same bytes after an upload that failed are read, not answered as a duplicate', async () => {
  const household = await database.newHousehold();
  const first = (await send(household, photo)).json.uploadId;
  await database.query("update uploads set status = 'failed' where id = $1", [first]);
  const { status, json } = await send(household, photo);
  expect([status, json.status, json.duplicateOf]).toEqual([202, 'queued', undefined]);
  expect(json.uploadId).not.toBe(first);
  expect(storage.events.some((event) => event.includes(json.uploadId))).toBe(true);
  expect((await send(household, photo)).json.duplicateOf).toBe(json.uploadId);
});

test('a form carries the file and its kind', async () => {
  const household = await database.newHousehold();
  const type = 'multipart/form-data; boundary=x';
  const sent = await send(household, form({ kind: 'receipt' }, photo), type);
  expect(sent.status).toBe(202);
  const rows = await database.query('select file_name from uploads where id = $1', [
    sent.json.uploadId,
  ]);
  expect(rows).toEqual([{ file_name: 'żółw.jpg' }]);
});

test('a NUL in the name of a file is left out, not a failure', async () => {
  const household = await database.newHousehold();
  const named = form({}, photo)
    .toString('latin1')
    .replace(/filename="[^"]*"/, "filename*=utf-8''a%00.jpg");
  const sent = await send(household, Buffer.from(named, 'latin1'), MULTIPART);
  expect(sent.status).toBe(202);
  const rows = await database.query('select file_name from uploads where id = $1', [
    sent.json.uploadId,
  ]);
  expect(rows).toEqual([{ file_name: 'a.jpg' }]);
});

const MULTIPART = 'multipart/form-data; boundary=x';

test.each<[string, Buffer, string, number, string]>([
  ['nothing', Buffer.alloc(0), 'image/jpeg', 400, 'file-empty'],
  ['a renamed program', Buffer.from(`MZ${'\0'.repeat(500)}`), 'image/jpeg', 415, 'file-type'],
  ['half a photograph', photo.subarray(0, 30_000), 'image/jpeg', 422, 'file-truncated'],
  ['260 megapixels', pngOf(20_000, 13_000), 'image/png', 413, 'image-too-large'],
  ['a picture of 300 × 12', pngOf(300, 12), 'image/png', 422, 'image-too-small'],
  ['more than 4 MB', Buffer.alloc(4 * 1024 * 1024 + 1, 1), 'image/jpeg', 413, 'file-too-large'],
  ['a form without an end', form({}, photo, ''), MULTIPART, 400, 'multipart-broken'],
  ['a form without a boundary', form({}, photo), 'multipart/form-data', 400, 'multipart-broken'],
  ['a form without a file', form({ kind: 'receipt' }, undefined), MULTIPART, 400, 'file-missing'],
  ['a form of two files', twoFiles(photo), MULTIPART, 400, 'file-twice'],
  ['a form of another kind', form({ kind: 'song' }, photo), MULTIPART, 400, 'kind-unknown'],
  ['a photo as a document', form({ kind: 'document' }, photo), MULTIPART, 415, 'document-type'],
  ['JSON that is none', Buffer.from('{"kind":'), 'application/json', 400, 'invalid-json'],
])('%s is refused before it is stored', async (_what, body, type, status, code) => {
  const household = await database.newHousehold();
  const sent = await send(household, body, type);
  expect([sent.status, sent.json.code]).toEqual([status, code]);
  expect(sent.headers['content-type']).toContain('application/problem+json');
  const rows = await database.query('select 1 from uploads where household_id = $1', [
    household.householdId,
  ]);
  expect(rows).toEqual([]);
});

const request = {
  kind: 'receipt',
  fileName: 'a.jpg',
  contentType: 'image/jpeg',
  size: photo.length,
};

test('a large file is put straight into storage by a link', async () => {
  const household = await database.newHousehold();
  const pending = await call(handler, {
    method: 'POST',
    resource: UPLOAD,
    household,
    body: request,
  });
  expect(pending).toMatchObject({ status: 201, json: { method: 'PUT' } });
  const { url, headers, uploadId } = pending.json;
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(photo) });
  expect(put.status).toBe(200);
  expect(storage.events.some((event) => event.includes(uploadId))).toBe(true);
});

test('26 MB are too many for a link too', async () => {
  const household = await database.newHousehold();
  const body = { ...request, size: 26 * 1024 * 1024 };
  const pending = await call(handler, { method: 'POST', resource: UPLOAD, household, body });
  expect([pending.status, pending.json.code]).toEqual([413, 'file-too-large']);
});

test.each(['text/html', 'video/mp4', 'application/zip'])(
  'a link for %s, which is no receipt, is not made; alone or in a batch',
  async (contentType) => {
    const household = await database.newHousehold();
    const file = { ...request, contentType };
    for (const [resource, body] of [
      [UPLOAD, file],
      [`${UPLOAD}/batch`, { files: [request, file] }],
    ] as const) {
      const asked = await call(handler, { method: 'POST', resource, household, body });
      expect([asked.status, asked.json.code]).toEqual([415, 'file-type']);
    }
  },
);

test('another household’s upload does not exist', async () => {
  const { uploadId } = (await send(await database.newHousehold(), photo)).json;
  const household = await database.newHousehold();
  const read = await call(handler, { resource: ONE, params: { uploadId }, household });
  expect(read.status).toBe(404);
});

test('the event stream ends with the upload, its problem in the caller’s language', async () => {
  const household = await database.newHousehold();
  const { uploadId } = (await send(household, photo)).json;
  const problem = { code: 'pdf-password', pl: 'po polsku', en: 'in English' };
  await database.query("update uploads set status = 'failed', problem = $2 where id = $1", [
    uploadId,
    JSON.stringify(problem),
  ]);
  const headers = { Accept: 'text/event-stream', 'Accept-Language': 'en' };
  const stream = await call(handler, { resource: ONE, params: { uploadId }, household, headers });
  expect(stream.text).toMatch(/^event: status\ndata: \{.*"status":"failed".*in English.*\}\n\n$/);
});

test('the event stream ends well when the function’s time is nearly over', async () => {
  const household = await database.newHousehold();
  const { uploadId } = (await send(household, photo)).json;
  const headers = { Accept: 'text/event-stream' };
  const resource = { resource: ONE, params: { uploadId }, household, headers };
  const stream = await call(handler, { ...resource, remainingMs: 20_100 });
  expect(stream.text).toMatch(/^event: status\ndata: \{.*"status":"queued".*\}\n\n$/);
});

test('only a failed upload can be tried again, as its next attempt', async () => {
  const household = await database.newHousehold();
  const { uploadId } = (await send(household, photo)).json;
  const resource = '/api/v2/upload/{uploadId}/retry';
  const retry = () => call(handler, { method: 'POST', resource, params: { uploadId }, household });
  expect((await retry()).json.code).toBe('not-failed');
  const fail = (code: string) =>
    database.query("update uploads set status = 'failed', problem = $2 where id = $1", [
      uploadId,
      JSON.stringify(problemOf(code)),
    ]);
  await fail('unpacks-too-large');
  expect(await retry()).toMatchObject({ status: 409, json: { code: 'refused-for-good' } });
  await fail('gave-up');
  expect(await retry()).toMatchObject({ status: 202, json: { status: 'queued' } });
  const rows = await database.query('select payload from outbox where household_id = $1', [
    household.householdId,
  ]);
  const payloads = rows.map(({ payload }) => payload);
  expect(payloads).toContainEqual(expect.objectContaining({ uploadId, attempt: 2 }));
  // Each attempt is looked after, so that none stands still for hours.
  expect(payloads.filter((payload) => Object.hasOwn(Object(payload), 'look'))).toHaveLength(2);
});

test('past the hour’s measure uploads wait, with Redis away the smaller one', async () => {
  const household = await database.newHousehold();
  const another = (count: number) => Buffer.concat([photo, Buffer.of(count)]);
  let last = await send(household, photo);
  const { uploadId } = last.json;
  for (let count = 1; count <= 20; count++) last = await send(household, another(count));
  expect([last.status, last.json.code]).toEqual([429, 'too-many-uploads']);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  expect(last.headers['ratelimit-remaining']).toBe('0');
  // Reading one again is work like reading another.
  await database.query("update uploads set status = 'failed', problem = $2 where id = $1", [
    uploadId,
    JSON.stringify(problemOf('gave-up')),
  ]);
  const resource = '/api/v2/upload/{uploadId}/retry';
  const again = await call(handler, { method: 'POST', resource, params: { uploadId }, household });
  expect([again.status, again.json.code]).toEqual([429, 'too-many-uploads']);
});
