import { beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/api/upload/handler.ts';
import { readObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { beginDocument, setPages } from '#shared/documents/records/document-store.ts';
import { ENV } from '#shared/env.ts';
import { MEDIA_TYPES } from '#shared/extraction/document-format.ts';
import { HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { HOSTILE_DOCUMENTS } from '#test/shared/extraction/hostile-documents.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { docx, textPdf, word } from '#test/support/made-documents.ts';
import { testQueue } from '#test/support/queue.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();
testQueue();
beforeAll(() => {
  // Without its secret Redis is away, and each instance counts for itself.
  process.env[ENV.redisSecret] = 'no-such-secret';
});

const UPLOAD = '/api/v2/upload';
const LEAFLET = Buffer.from('Jajka trzymaj w lodówce.');

const send = (household: HouseholdContext, body: unknown, type: string) =>
  call(handler, {
    method: 'POST',
    resource: UPLOAD,
    household,
    body,
    query: { kind: 'document' },
    headers: { 'Content-Type': type },
  });
const formatOf = async (uploadId: string) =>
  (await database.query('select content_type from uploads where id = $1', [uploadId]))[0]
    ?.content_type;

test.each([
  ['text/plain', LEAFLET, MEDIA_TYPES.text],
  ['text/markdown', LEAFLET, MEDIA_TYPES.markdown],
  ['application/octet-stream', Buffer.from('<!DOCTYPE html><p>Jajka'), MEDIA_TYPES.html],
  ['application/octet-stream', docx(word('Jajka')), MEDIA_TYPES.docx],
  ['text/plain', textPdf([[{ text: 'Jajka' }]]), MEDIA_TYPES.pdf],
])('a document sent as %s is kept as what it is', async (type, bytes, mediaType) => {
  const household = await database.newHousehold();
  const { status, json } = await send(household, bytes, type);
  expect(status).toBe(202);
  expect(json).toMatchObject({
    kind: 'document',
    status: 'queued',
    progress: { step: 1, of: 4 },
  });
  expect(await readObject(uploadKey(household.householdId, json.uploadId))).toEqual(bytes);
  expect(await formatOf(json.uploadId)).toBe(mediaType);
});

test('the name of a file in a form says which kind of text it is', async () => {
  const household = await database.newHousehold();
  const part = (fields: string, body: string) =>
    `--x\r\nContent-Disposition: form-data; ${fields}\r\n\r\n${body}\r\n`;
  const body = Buffer.from(
    `${part('name="file"; filename="przepis.md"', '# Sernik')}${part('name="kind"', 'document')}--x--\r\n`,
  );
  const { json } = await send(household, body, 'multipart/form-data; boundary=x');
  expect(await formatOf(json.uploadId)).toBe(MEDIA_TYPES.markdown);
});

const REFUSED_AT_ONCE = ['document-type', 'file-truncated'];

test.each(HOSTILE_DOCUMENTS.filter(({ ends }) => REFUSED_AT_ONCE.includes(ends)))(
  '$name is refused before it is stored, in the caller’s language',
  async ({ bytes, ends, declared = 'pdf' }) => {
    const household = await database.newHousehold();
    const sent = await send(household, await bytes(), MEDIA_TYPES[declared]);
    expect(sent.json).toMatchObject({ code: ends, detail: expect.stringMatching(/[ąęłóśżźć]/) });
    const rows = await database.query('select 1 from uploads where household_id = $1', [
      household.householdId,
    ]);
    expect(rows).toEqual([]);
  },
);

test('a link is made for what a document can be by its name, and for nothing else', async () => {
  const household = await database.newHousehold();
  const file = {
    kind: 'document',
    fileName: 'umowa.docx',
    contentType: 'application/octet-stream',
  };
  const asked = (body: object) =>
    call(handler, { method: 'POST', resource: UPLOAD, household, body: { size: 10, ...body } });
  expect((await asked(file)).status).toBe(201);
  const refused = await asked({ ...file, fileName: 'film.mp4', contentType: 'video/mp4' });
  expect([refused.status, refused.json.code]).toEqual([415, 'document-type']);
});

test('the same bytes twice are one document, and the second answer has the ids of the first', async () => {
  const household = await database.newHousehold();
  const first = (await send(household, LEAFLET, 'text/plain')).json;
  const run = { uploadId: first.uploadId, householdId: household.householdId, attempt: 1 };
  const documentId = await withHousehold(household, async (client) => {
    const id = await beginDocument(client, run, { title: 'jajka', format: 'text' });
    if (id !== undefined) await setPages(client, id, { pages: 3, pagesRead: 1 });
    return id;
  });
  expect((await send(household, LEAFLET, 'text/plain')).json).toMatchObject({
    uploadId: first.uploadId,
    documentId,
    duplicateOf: first.uploadId,
    pages: { read: 1, of: 3 },
  });
});

test('a household has no more documents than it may; one that failed does not count', async () => {
  const household = await database.newHousehold();
  await database.query(
    `insert into uploads (household_id, kind, status, content_type, size)
     select $1, 'document', 'done', 'text/plain', 1 from generate_series(1, $2)`,
    [household.householdId, HOUSEHOLD_LIMITS.documents.most],
  );
  const refused = await send(household, LEAFLET, 'text/plain');
  expect([refused.status, refused.json.code]).toEqual([409, 'too-many-documents']);
  await database.query(
    `update uploads set status = 'failed'
     where id = (select id from uploads where household_id = $1 limit 1)`,
    [household.householdId],
  );
  expect((await send(household, LEAFLET, 'text/plain')).status).toBe(202);
});
