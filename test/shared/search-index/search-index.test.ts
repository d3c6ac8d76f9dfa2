import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { rebuildIndex } from '#shared/search-index/current-dataset.ts';
import { indexDocument } from '#shared/search-index/index-document.ts';
import { indexStats } from '#shared/search-index/index-stats.ts';
import type { IndexDeps, PassageEmbedder } from '#shared/search-index/index-writer.ts';
import { optimizeIndex } from '#shared/search-index/optimize-index.ts';
import { searchDocuments } from '#shared/search-index/search-documents.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';
import { testDatabase } from '#test/support/database.ts';
import { savedDocument } from '#test/support/saved-document.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

const database = testDatabase();
const folder = temporaryDirectory();
let household: HouseholdContext;
let embedded: string[] = [];

/** Texts that share letters are near; the network itself is tried where whole answers are. */
const letters: PassageEmbedder = {
  model: { name: 'letters', dimensions: 32 },
  embed: async (texts, kind) => {
    if (kind === 'passage') embedded.push(...texts);
    return texts.map((text) => {
      const counts = new Float32Array(32).fill(0.01);
      for (const letter of text.toLowerCase()) {
        const place = (letter.codePointAt(0) ?? 0) % 32;
        counts[place] = (counts[place] ?? 0) + 1;
      }
      const length = Math.hypot(...counts);
      return counts.map((count) => count / length);
    });
  },
};
const deps = (embedder = letters): IndexDeps => ({
  store: new VectorStore(() => ({ uri: folder })),
  embedder,
});

async function find(question: string, using = deps()) {
  const { passages } = await searchDocuments(household, { question, language: 'pl', k: 5 }, using);
  return passages.map(({ chunk }) => chunk.text);
}

async function outbox(topic: string): Promise<number> {
  const rows = await database.query('select 1 from outbox where household_id = $1 and topic = $2', [
    household.householdId,
    topic,
  ]);
  return rows.length;
}

beforeAll(async () => {
  household = await database.newHousehold();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MILK = 'Mleko po otwarciu trzymaj w lodówce trzy dni.';
const KETTLE = 'Czajnik odkamieniaj octem raz w miesiącu.';

describe('the index of a household', () => {
  let kitchen: string;

  test('nothing is found where nothing was indexed', async () => {
    expect(await find('mleko')).toEqual([]);
    expect(await indexStats(household, deps())).toMatchObject({ documents: 0, indexedChunks: 0 });
  });

  test('a document is found by its words, and says by which legs', async () => {
    kitchen = await savedDocument(database, household, 'Kuchnia', 'pl', [
      { text: MILK, page: 2 },
      { text: KETTLE, page: 3 },
    ]);
    await indexDocument(household, kitchen, deps());
    const query = { question: 'odkamienić czajnik', language: 'pl' as const, k: 1 };
    const { passages } = await searchDocuments(household, query, deps());
    expect(passages).toMatchObject([{ chunk: { text: KETTLE, page: 3, title: 'Kuchnia' } }]);
    expect(passages[0]?.how).toEqual(['lexical', 'semantic']);
    expect(await indexStats(household, deps())).toMatchObject({
      documents: 1,
      chunks: 2,
      indexedChunks: 2,
      indexedSentences: 2,
      embeddingModel: 'letters',
    });
  });

  test('the same message again embeds nothing again and changes nothing', async () => {
    embedded = [];
    await indexDocument(household, kitchen, deps());
    expect(embedded).toEqual([]);
    expect(await find('mleko')).toHaveLength(2);
    expect(await outbox('index.optimize')).toBe(1);
  });

  test('a rebuilt index finds the same and embeds nothing', async () => {
    const before = await find('otwarte mleko');
    await rebuildIndex(household, deps());
    expect(await find('otwarte mleko')).toEqual(before);
    expect(embedded).toEqual([]);
    expect(await deps().store.names()).toHaveLength(1);
  });

  test('an index that was removed is asked for once more, and is whole with the next message', async () => {
    rmSync(folder, { recursive: true, force: true });
    await expect(find('mleko')).rejects.toMatchObject({ code: 'index-rebuilding' });
    expect(await outbox('index.rebuild')).toBe(1);
    await rebuildIndex(household, deps());
    expect(await find('mleko')).toContain(MILK);
  });

  test('vectors of another model are not compared; words are, until it is rebuilt', async () => {
    const other = deps({ ...letters, model: { name: 'other', dimensions: 32 } });
    const query = { question: 'mleko', language: 'pl' as const, k: 5 };
    const found = await searchDocuments(household, query, other);
    expect(found.vector).toBeNull();
    expect(found.passages[0]?.chunk.text).toBe(MILK);
    expect(found.passages[0]?.how).toEqual(['lexical']);
  });

  test('what was deleted is not found, before the index knows of it and after', async () => {
    await database.query('delete from document_chunks where text = $1', [MILK]);
    expect(await find('mleko')).not.toContain(MILK);
    await indexDocument(household, kitchen, deps());
    await optimizeIndex(household, deps());
    expect(await indexStats(household, deps())).toMatchObject({ indexedChunks: 1 });
    expect(await find('czajnik')).toEqual([KETTLE]);
  });

  test('writers at once leave what the database has', async () => {
    const ids = await Promise.all(
      ['Piekarnik', 'Pralka', 'Zmywarka'].map((title) =>
        savedDocument(database, household, title, 'pl', [{ text: `${title} ma gwarancję.` }]),
      ),
    );
    await Promise.all(ids.map((id) => indexDocument(household, id, deps())));
    expect(await indexStats(household, deps())).toMatchObject({ documents: 4, indexedChunks: 4 });
    expect(await find('gwarancja')).toHaveLength(4);
  });

  test('another household sees nothing of it', async () => {
    const stranger = await database.newHousehold();
    const query = { question: 'czajnik', language: 'pl' as const, k: 5 };
    const { passages } = await searchDocuments(stranger, query, deps());
    expect(passages).toEqual([]);
  });
});

test('a long document is searchable by its words at once, and is embedded message by message', async () => {
  household = await database.newHousehold();
  const long = Array.from({ length: 45 }, (_, at) => ({
    text: `Punkt ${at} mówi o rzeczy ${at}.`,
  }));
  const id = await savedDocument(database, household, 'Regulamin', 'pl', long);
  await indexDocument(household, id, deps());
  expect(await indexStats(household, deps())).toMatchObject({
    indexedChunks: 45,
    indexedSentences: 40,
  });
  expect(await outbox('document.indexed')).toBe(1);
  await indexDocument(household, id, deps());
  expect(await indexStats(household, deps())).toMatchObject({ indexedSentences: 45 });
  expect(await outbox('document.indexed')).toBe(1);
});

test('of a document that is deleted while its sentences are embedded the index keeps nothing', async () => {
  household = await database.newHousehold();
  const id = await savedDocument(database, household, 'Kuchnia', 'pl', [{ text: MILK }]);
  const deleting: PassageEmbedder = {
    ...letters,
    embed: async (texts, kind) => {
      await database.query('delete from documents where id = $1', [id]);
      return await letters.embed(texts, kind);
    },
  };
  await indexDocument(household, id, deps(deleting));
  expect(await indexStats(household, deps())).toMatchObject({
    documents: 0,
    indexedChunks: 0,
    indexedSentences: 0,
  });
  expect(await find('mleko')).toEqual([]);
});

test('an index of more documents than are read at once is rebuilt whole', async () => {
  household = await database.newHousehold();
  for (let at = 0; at < 101; at += 1) {
    await savedDocument(database, household, `Kartka ${at}`, 'pl', [{ text: `Zapis ${at}.` }]);
  }
  await rebuildIndex(household, deps());
  expect(await indexStats(household, deps())).toMatchObject({ documents: 101, indexedChunks: 101 });
  const { passages } = await searchDocuments(
    household,
    { question: 'kartka', language: 'pl', k: 200 },
    deps(),
  );
  expect(new Set(passages.map(({ chunk }) => chunk.documentId)).size).toBeGreaterThan(99);
});
