import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler as chat } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { indexDocument } from '#shared/search-index/index-document.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type IndexStorage, startIndexStorage } from '#test/support/index-storage.ts';
import { DESCALING, kitchenDocuments } from '#test/support/kitchen-documents.ts';

const database = testDatabase();
agentsBehindChat();
let storage: IndexStorage;
let household: HouseholdContext;

beforeAll(async () => {
  storage = await startIndexStorage();
  Object.assign(process.env, storage.environment);
  household = await database.newHousehold();
  const { manual } = await kitchenDocuments(database, household);
  const store = new VectorStore(() => storage.location);
  await indexDocument(household, manual, { store, embedder: builtInEmbedder });
});
afterAll(() => storage.close());

async function say(message: string) {
  const body = { message, agent: 'rag' };
  const answer = await call(chat, { method: 'POST', resource: '/api/v1/chat', household, body });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

test('answers what the documents say, and cites it', async () => {
  const reply = await say('Co ile kaw odkamieniać ekspres?');
  expect(reply.agent).toBe('rag');
  expect(reply.text).toContain(DESCALING);
  expect(reply.data).toMatchObject({ answered: true, conflicting: false });
  expect(reply.citations[0]).toMatchObject({ kind: 'document', quote: DESCALING, page: 12 });
});

test('says that the documents do not answer, instead of guessing', async () => {
  const reply = await say('Kto wygrał mecz w sobotę wieczorem?');
  expect(reply.intent.name).toBe('no-evidence');
  expect(reply.data.answered).toBe(false);
  expect(reply.citations).toEqual([]);
});
