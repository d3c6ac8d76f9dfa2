import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/workers/index-documents/handler.ts';
import { testDatabase } from '#test/support/database.ts';
import { type IndexStorage, startIndexStorage } from '#test/support/index-storage.ts';
import { savedDocument } from '#test/support/saved-document.ts';

const database = testDatabase();
let storage: IndexStorage;

beforeAll(async () => {
  storage = await startIndexStorage();
  Object.assign(process.env, storage.environment);
});
afterAll(() => storage.close());

const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body, at) => ({ messageId: `m${at}`, body: JSON.stringify(body) })),
});

test('indexes the documents of several households in one batch, and reports only what fails', async () => {
  const [one, other] = [await database.newHousehold(), await database.newHousehold()];
  const messages = await Promise.all(
    [one, other].map(async (household) => ({
      householdId: household.householdId,
      documentId: await savedDocument(database, household, 'List', 'en', [{ text: 'Keep it.' }]),
    })),
  );
  const answer = await handler(batch(messages[0], { nonsense: true }, messages[1]));
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
  const indexes = await database.query('select dataset, version, builds from search_indexes');
  expect(indexes).toHaveLength(2);
  expect(new Set(indexes.map(({ dataset }) => dataset)).size).toBe(2);
});
