import { expect, test } from 'vitest';
import { handler } from '#functions/api/documents/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { beginDocument, setPages } from '#shared/documents/records/document-store.ts';
import { saveDocument } from '#shared/documents/save-document.ts';
import { extractText } from '#shared/extraction/plain-text.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { reportProgress, transition } from '#shared/uploads/upload-store.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();

const DOCUMENTS = '/api/v2/rag/documents';
const DOCUMENT = `${DOCUMENTS}/{documentId}`;
const LEAFLET = extractText(
  Buffer.from('Jajka trzymaj w lodówce, nie dłużej niż cztery tygodnie.'),
);

async function begun(household: HouseholdContext, fileName = 'jajka.txt') {
  const run = await newRun(household, { kind: 'document', fileName });
  await reportProgress(run, 'readingStarted');
  const facts = { title: 'jajka', format: 'text' } as const;
  const documentId = await withHousehold(household, (client) => beginDocument(client, run, facts));
  if (documentId === undefined) throw new Error('no document');
  return { ...run, documentId };
}
async function stored(household: HouseholdContext, fileName?: string) {
  const run = await begun(household, fileName);
  await saveDocument(run, LEAFLET);
  return run;
}
const list = (household: HouseholdContext, query = {}) =>
  call(handler, { resource: DOCUMENTS, household, query });
const read = (household: HouseholdContext, documentId: string, language = 'pl') =>
  call(handler, {
    resource: DOCUMENT,
    params: { documentId },
    household,
    headers: { 'Accept-Language': language },
  });
const remove = (household: HouseholdContext, documentId: string) =>
  call(handler, { method: 'DELETE', resource: DOCUMENT, params: { documentId }, household });

test('a document is shown with what is known of it', async () => {
  const household = await database.newHousehold();
  const { documentId, uploadId } = await stored(household);
  expect((await read(household, documentId)).json).toMatchObject({
    id: documentId,
    title: 'jajka',
    fileName: 'jajka.txt',
    format: 'text',
    status: 'ready',
    language: 'pl',
    pages: null,
    unreadPages: [],
    passages: 1,
    characters: LEAFLET.pages[0]?.text.length,
    uploadId,
  });
});

test('documents are listed newest first, page by page, those that are being read too', async () => {
  const household = await database.newHousehold();
  const ids = [];
  for (const name of ['a.txt', 'b.txt']) ids.push((await stored(household, name)).documentId);
  ids.push((await begun(household)).documentId);
  const first = await list(household, { limit: '2' });
  expect(first.json.items).toMatchObject([
    { id: ids[2], status: 'processing', language: null, passages: 0 },
    { id: ids[1], status: 'ready' },
  ]);
  const second = await list(household, { limit: '2', cursor: first.json.next });
  expect(second.json).toMatchObject({ items: [{ id: ids[0] }], next: null });
});

test('how far it is read, and why it was not, is said in the caller’s language', async () => {
  const household = await database.newHousehold();
  const run = await begun(household);
  await withHousehold(household, (client) =>
    setPages(client, run.documentId, { pages: 12, pagesRead: 5 }),
  );
  expect((await read(household, run.documentId)).json).toMatchObject({ pages: 12, pagesRead: 5 });
  const problem = problemOf('document-password');
  await withHousehold(household, (client) => transition(client, run, 'failed', { problem }));
  expect((await read(household, run.documentId, 'en')).json).toMatchObject({
    status: 'failed',
    problem: { code: 'document-password', detail: problem.en },
  });
});

test('another household’s document does not exist, to be read or deleted', async () => {
  const owner = await database.newHousehold();
  const { documentId } = await stored(owner);
  const household = await database.newHousehold();
  expect((await read(household, documentId)).status).toBe(404);
  expect((await remove(household, documentId)).status).toBe(404);
  expect((await list(household)).json.items).toEqual([]);
  expect((await read(owner, documentId)).status).toBe(200);
});

test('a deleted document is gone with its passages and its upload, and the index hears of it', async () => {
  const household = await database.newHousehold();
  const { documentId, uploadId, householdId } = await stored(household);
  expect((await remove(household, documentId)).status).toBe(204);
  expect((await read(household, documentId)).status).toBe(404);
  expect((await remove(household, documentId)).status).toBe(404);
  for (const [table, column, id] of [
    ['document_chunks', 'document_id', documentId],
    ['uploads', 'id', uploadId],
  ]) {
    expect(await database.query(`select 1 from ${table} where ${column} = $1`, [id])).toEqual([]);
  }
  const sent = await database.query(
    'select topic, payload from outbox where household_id = $1 order by position desc limit 1',
    [householdId],
  );
  expect(sent).toEqual([{ topic: 'document.deleted', payload: { documentId, householdId } }]);
});

test('one that is deleted while it is read gives its place to another', async () => {
  const household = await database.newHousehold();
  const { documentId, uploadId, householdId } = await begun(household);
  expect((await remove(household, documentId)).status).toBe(204);
  const sent = await database.query('select payload from outbox where household_id = $1', [
    householdId,
  ]);
  expect(sent.map(({ payload }) => payload)).toContainEqual({
    readingEnded: uploadId,
    householdId,
  });
});
