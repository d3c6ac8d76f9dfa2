import { expect, test } from 'vitest';
import { handler } from '#functions/steps/chunk-document/handler.ts';
import { writeObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { makeChunks } from '#shared/documents/chunks/make-chunks.ts';
import { beginDocument } from '#shared/documents/records/document-store.ts';
import type { ExtractedDocument } from '#shared/extraction/extracted.ts';
import { extractMarkdown } from '#shared/extraction/markdown.ts';
import { HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { type Run, stepKey } from '#shared/uploads/workflow.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

const RECIPE = extractMarkdown(
  Buffer.from(
    '# Sernik babci\n\nTwaróg trzeba zemleć trzy razy.\n\n## Polewa\n\nNa końcu wlej śmietankę.',
  ),
);

async function begun(who: HouseholdContext, extracted: ExtractedDocument = RECIPE) {
  const run = await newRun(who, { kind: 'document', fileName: 'sernik.md' });
  const facts = { title: 'sernik', format: 'markdown' } as const;
  const documentId = await withHousehold(who, (client) => beginDocument(client, run, facts));
  if (documentId === undefined) throw new Error('no document');
  const extractedKey = stepKey('extracted', run);
  await writeObject(extractedKey, JSON.stringify(extracted), 'application/json');
  return { ...run, documentId, extractedKey };
}

const uploadOf = async ({ uploadId }: Run) =>
  (await database.query('select status, problem from uploads where id = $1', [uploadId]))[0];
const messagesOf = async (who: HouseholdContext) =>
  (
    await database.query<{ topic: string; payload: object }>(
      `select topic, payload from outbox where household_id = $1 and topic like 'document.%'
       order by position`,
      [who.householdId],
    )
  ).map(({ topic, payload }) => [topic, payload]);
/** The passages of a document that a household sees. */
const saved = (who: HouseholdContext, id: string) =>
  withHousehold(who, async (client) => {
    const { rows } = await client.query(
      `select id, document_id as "documentId", ordinal, page, start_offset as start,
         end_offset as "end", text, headings, language,
         encode(content_hash, 'hex') as "contentHash"
       from document_chunks where document_id = $1 order by ordinal`,
      [id],
    );
    return rows;
  });

test('a document’s passages are saved as they were made, and their indexing is asked for once', async () => {
  const who = await database.newHousehold();
  const run = await begun(who);
  await handler(run);
  await handler(run);
  const { documentId, householdId } = run;
  expect(await saved(who, documentId)).toEqual(makeChunks(documentId, RECIPE).chunks);
  expect(await uploadOf(run)).toEqual({ status: 'done', problem: null });
  expect(await messagesOf(who)).toEqual([['document.indexed', { documentId, householdId }]]);
  const rows = await database.query(
    'select title, language, characters from documents where id = $1',
    [documentId],
  );
  const characters = RECIPE.pages[0]?.text.length;
  expect(rows).toEqual([{ title: 'Sernik babci', language: 'pl', characters }]);
});

test('pages that were not read are told, and do not keep the others from being found', async () => {
  const [page] = RECIPE.pages;
  if (page === undefined) throw new Error('no page');
  const damaged = { text: '', blocks: [], problem: 'page-damaged' };
  const run = await begun(await database.newHousehold(), {
    ...RECIPE,
    isPaged: true,
    pages: [damaged, page],
  });
  await handler(run);
  expect(await uploadOf(run)).toMatchObject({ status: 'done', problem: { code: 'pages-unread' } });
  const rows = await database.query('select unread_pages from documents where id = $1', [
    run.documentId,
  ]);
  expect(rows).toEqual([{ unread_pages: [{ page: 1, code: 'page-damaged' }] }]);
});

test('of a document that is deleted while it is read nothing is left, and that is no failure', async () => {
  const who = await database.newHousehold();
  const run = await begun(who);
  await database.query('delete from uploads where id = $1', [run.uploadId]);
  await handler(run);
  expect(await saved(who, run.documentId)).toEqual([]);
  expect(await messagesOf(who)).toEqual([]);
});

test('an attempt that was given up does not write over the next one', async () => {
  const who = await database.newHousehold();
  const run = await begun(who);
  await database.query("update uploads set attempt = 2, status = 'reading' where id = $1", [
    run.uploadId,
  ]);
  await handler(run);
  expect(await saved(who, run.documentId)).toEqual([]);
  expect(await uploadOf(run)).toMatchObject({ status: 'reading' });
});

test('a document without any text fails with that as its reason', async () => {
  const blank = { title: null, isPaged: true, pages: [{ text: '', blocks: [] }] };
  const run = await begun(await database.newHousehold(), blank);
  await expect(handler(run)).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'document-without-text',
  });
});

test('a household that holds as many passages as it may gets no more, and keeps those it has', async () => {
  const who = await database.newHousehold();
  const [full, next] = [await begun(who), await begun(who)];
  // Without the checks of each row, which would take the most of a test's time.
  await database.query(`set session_replication_role = replica;
    insert into document_chunks (id, household_id, document_id, ordinal, start_offset, end_offset,
      text, language, content_hash)
    select gen_random_uuid(), '${who.householdId}', '${full.documentId}', n, 0, 1, 'a', 'pl', sha256('a')
    from generate_series(1, ${HOUSEHOLD_LIMITS.passages.most}) n;
    reset session_replication_role`);
  await expect(handler(next)).rejects.toMatchObject({ code: 'documents-too-long' });
  expect(await saved(who, next.documentId)).toEqual([]);
  expect(await uploadOf(next)).toMatchObject({ status: 'parsing' });
});

test('no other household sees a document or its passages', async () => {
  const run = await begun(await database.newHousehold());
  await handler(run);
  expect(await saved(await database.newHousehold(), run.documentId)).toEqual([]);
});
