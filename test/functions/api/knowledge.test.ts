import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/api/knowledge/handler.ts';
import { handler as indexDocuments } from '#functions/workers/index-documents/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type IndexStorage, startIndexStorage } from '#test/support/index-storage.ts';
import { DESCALING, kitchenDocuments, WARRANTY } from '#test/support/kitchen-documents.ts';

const database = testDatabase();
let storage: IndexStorage;
let household: HouseholdContext;
let documents: { manual: string; letter: string };

beforeAll(async () => {
  storage = await startIndexStorage();
  Object.assign(process.env, storage.environment);
  household = await database.newHousehold();
  documents = await kitchenDocuments(database, household);
});
afterAll(() => storage.close());

async function deliver(...bodies: object[]) {
  return await indexDocuments({
    Records: bodies.map((body, at) => ({
      messageId: `m${at}`,
      body: JSON.stringify({ householdId: household.householdId, ...body }),
    })),
  });
}

async function ask(path: string, body: object, as = household) {
  return await call(handler, {
    method: 'POST',
    resource: `/api/v2/rag/${path}`,
    household: as,
    body,
  });
}

async function stats() {
  return (await call(handler, { resource: '/api/v2/rag/stats', household })).json;
}

test('says that nothing is indexed yet, and answers nothing', async () => {
  expect(await stats()).toMatchObject({ documents: 2, chunks: 5, indexedChunks: 0 });
  const { status, json } = await ask('query', { question: 'Jak odkamienić ekspres?' });
  expect(status).toBe(200);
  expect(json).toMatchObject({ answered: false, citations: [], chunks: [] });
});

test('the writer indexes what the outbox tells of, and optimises later', async () => {
  const { manual, letter } = documents;
  const answer = await deliver({ documentId: manual }, { documentId: letter }, { optimize: true });
  expect(answer.batchItemFailures).toEqual([]);
  expect(await stats()).toMatchObject({ documents: 2, indexedChunks: 5 });
});

test('answers word for word, with document, page and quote', async () => {
  const question = 'Co ile kaw odkamieniać ekspres?';
  const { json } = await ask('query', { question, k: 2 });
  expect(json).toMatchObject({ answered: true, degraded: false, conflicting: false });
  expect(json.answer).toContain(`${DESCALING} (Ekspres – instrukcja, s. 12)`);
  expect(json.citations[0]).toEqual({
    kind: 'document',
    id: documents.manual,
    title: 'Ekspres – instrukcja',
    quote: DESCALING,
    page: 12,
  });
  expect(json.chunks).toHaveLength(2);
  expect(json.chunks[0]).toMatchObject({ page: 12, how: ['lexical', 'semantic'] });
});

test('a Polish question finds an English letter', async () => {
  const { json } = await ask('search', { question: 'na ile miesięcy jest gwarancja pompy', k: 1 });
  expect(json.chunks).toMatchObject([{ documentId: documents.letter, page: 1 }]);
  expect(json.chunks[0].text).toContain(WARRANTY);
});

test('searches only the documents that were named', async () => {
  const question = 'Jak odkamienić ekspres?';
  const { json } = await ask('search', { question, documentIds: [documents.letter] });
  const found = json.chunks.map(({ documentId }: { documentId: string }) => documentId);
  expect(new Set(found)).toEqual(new Set([documents.letter]));
});

test('refuses what no document says, with what is nearest', async () => {
  const { json } = await ask('query', { question: 'Kto wygrał mecz w sobotę wieczorem?' });
  expect(json).toMatchObject({ answered: false, citations: [] });
  expect(json.answer).toContain('nie ma odpowiedzi');
  expect(json.chunks.length).toBeGreaterThan(0);
});

test('another household finds nothing', async () => {
  const stranger = await database.newHousehold();
  const { json } = await ask('search', { question: 'odkamienianie ekspresu' }, stranger);
  expect(json.chunks).toEqual([]);
});

test('a deleted document is not found, though nobody told the index yet', async () => {
  await database.query('delete from documents where id = $1', [documents.letter]);
  const { json } = await ask('search', { question: 'gwarancja pompy', k: 10 });
  expect(json.chunks.map(({ title }: { title: string }) => title)).not.toContain('Warranty letter');
  await deliver({ documentId: documents.letter });
  expect(await stats()).toMatchObject({ documents: 1, indexedChunks: 3 });
});

test('an administrator has the index built anew, and it answers the same', async () => {
  const question = { question: 'Co ile kaw odkamieniać ekspres?' };
  // Scores change a little: rows that were deleted no longer count among the others.
  const told = async () => {
    const { answer, citations, chunks } = (await ask('query', question)).json;
    return { answer, citations, ids: chunks.map(({ chunkId }: { chunkId: string }) => chunkId) };
  };
  const before = await told();
  expect(await ask('rebuild', {})).toMatchObject({ status: 202, json: { status: 'queued' } });
  const messages = await database.query("select 1 from outbox where topic = 'index.rebuild'");
  expect(messages).toHaveLength(1);
  await deliver({ rebuild: true });
  expect(await told()).toEqual(before);
  const viewer = { ...household, scopes: ['read' as const] };
  expect((await ask('rebuild', {}, viewer)).status).toBe(403);
});

test.each([
  ['an empty question', { question: '  ' }],
  ['a question as long as a document', { question: 'a'.repeat(1_001) }],
  ['too many passages', { question: 'ser', k: 51 }],
  ['no id', { question: 'ser', documentIds: ["' or true --"] }],
])('refuses %s', async (_, body) => {
  expect((await ask('search', body)).status).toBe(400);
});
