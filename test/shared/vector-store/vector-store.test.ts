import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetName } from '#shared/vector-store/dataset-name.ts';
import type { Dataset } from '#shared/vector-store/dataset-store.ts';
import { rowId } from '#shared/vector-store/index-row.ts';
import { VectorStore, type VectorStoreLocation } from '#shared/vector-store/vector-store.ts';
import { startIndexStorage } from '#test/support/index-storage.ts';
import { axis, chunk, DIMENSIONS, idOf, MODEL } from './chunks.ts';

const closing: (() => Promise<void> | void)[] = [];
const folder = mkdtempSync(join(tmpdir(), 'foodsave-vectors-'));
let storage: VectorStoreLocation;

beforeAll(async () => {
  const s3 = await startIndexStorage();
  storage = s3.location;
  closing.push(s3.close, () => rmSync(folder, { recursive: true, force: true }));
});
afterAll(async () => {
  for (const close of closing) await close();
});

const ids = (found: readonly { chunkId: string }[]) => found.map(({ chunkId }) => chunkId);
const newName = () => datasetName(randomUUID(), MODEL, 1);
const now = () => new Date(Date.now() + 1);

describe.each([
  ['in a directory', () => ({ uri: folder })],
  ['on S3', () => storage],
])('%s', (_, location) => {
  async function dataset(): Promise<{ store: VectorStore; name: string; data: Dataset }> {
    const store = new VectorStore(location);
    const name = newName();
    return { store, name, data: await store.create(name, DIMENSIONS) };
  }

  test('finds a chunk by its terms, rare ones first, and by its vector', async () => {
    const { data } = await dataset();
    const milk = chunk('mleko lodówka', axis(0));
    const bread = chunk('chleb lodówka', axis(1));
    await data.upsert([milk, bread, chunk('lodówka', axis(2))].flat());

    const lexical = await data.lexical('mleko lodówka', {}, 10);
    expect(lexical).toHaveLength(3);
    expect(lexical[0]?.chunkId).toBe(idOf(milk));
    const [nearest, next] = await data.semantic(axis(1, 0.1), {}, 10);
    expect(nearest).toMatchObject({ chunkId: idOf(bread), id: rowId(idOf(bread), 1) });
    expect(nearest?.score).toBeCloseTo(Math.sqrt(0.99), 5);
    expect(next?.score).toBeLessThan(0.2);
  });

  test('a chunk without a vector is found by its terms at once, and by its vector once it has one', async () => {
    const { data } = await dataset();
    const id = randomUUID();
    await data.upsert(chunk('kefir', null, { chunkId: id }));
    expect(ids(await data.lexical('kefir', {}, 5))).toEqual([id]);
    expect(await data.semantic(axis(3), {}, 5)).toEqual([]);
    expect(await data.countSentences()).toBe(0);

    await data.upsert(chunk('kefir', axis(3), { chunkId: id }));
    expect(ids(await data.semantic(axis(3), {}, 5))).toEqual([id]);
    expect(await data.countChunks()).toBe(1);
    expect((await data.sentences([id])).map(({ vector }) => vector)).toEqual([axis(3)]);
  });

  test('filters before it searches, so that others take no place', async () => {
    const { data } = await dataset();
    const others = Array.from({ length: 30 }, () => chunk('ser', axis(0)));
    const documentId = randomUUID();
    const english = chunk('ser żółty długi', axis(0, 0.9), { language: 'en', documentId });
    await data.upsert([...others, english].flat());
    expect(ids(await data.lexical('ser', { language: 'en' }, 1))).toEqual([idOf(english)]);
    expect(ids(await data.semantic(axis(0), { language: 'en' }, 1))).toEqual([idOf(english)]);
    const own = { documentIds: [documentId] };
    expect(ids(await data.semantic(axis(0), own, 5))).toEqual([idOf(english)]);
    expect(await data.countChunks('en')).toBe(1);
    expect(await data.lexical('ser', { documentIds: [] }, 5)).toEqual([]);
  });

  test('another store sees what was written once it asks for that version', async () => {
    const { data, name } = await dataset();
    const reader = new VectorStore(location);
    const opened = await reader.open(name);
    const added = chunk('dżem');
    await data.upsert(added);
    expect(await opened?.countChunks()).toBe(0);
    const refreshed = await reader.open(name, await data.version());
    expect(ids((await refreshed?.lexical('dżem', {}, 5)) ?? [])).toEqual([idOf(added)]);
  });

  test('writers at the same time lose nothing', async () => {
    const { data, name } = await dataset();
    const writers = await Promise.all(
      Array.from({ length: 4 }, () => new VectorStore(location).open(name)),
    );
    await Promise.all(writers.map((writer, at) => writer?.upsert(chunk(`słowo${at}`))));
    await data.refresh();
    expect(await data.countChunks()).toBe(4);
  });

  test('there is no dataset where none was made, or its storage is gone', async () => {
    const { store, name, data } = await dataset();
    expect(await store.open(newName())).toBeUndefined();
    const version = await data.version();
    await new VectorStore(location).drop(name);
    expect(await new VectorStore(location).open(name)).toBeUndefined();
    // One that stays behind a version that was written is not what was written.
    const again = await new VectorStore(location).create(name, DIMENSIONS);
    expect(await new VectorStore(location).open(name, version + 5)).toBeUndefined();
    expect(await again.countChunks()).toBe(0);
    await store.drop(newName());
  });
});

test('what is deleted is in no file any more after two purges', async () => {
  const name = newName();
  const data = await new VectorStore(() => ({ uri: folder })).create(name, DIMENSIONS);
  const documentId = randomUUID();
  const secret = chunk('tajneslowo', null, { documentId });
  const kept = chunk('jawneslowo', null, { documentId });
  const others = Array.from({ length: 50 }, () => chunk('inne'));
  await data.upsert([secret, kept, ...others].flat());
  await data.optimize(now());
  await data.deleteOthersOf(documentId, [idOf(kept)]);
  await data.purge(now());
  await data.purge(now());
  expect(ids(await data.lexical('tajneslowo jawneslowo', {}, 5))).toEqual([idOf(kept)]);
  const files = globSync(`${name}.lance/**/*`, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.some((file) => file.includes('jawneslowo'))).toBe(true);
  expect(files.some((file) => file.includes('tajneslowo'))).toBe(false);
});

test('a large dataset gets a vector index, and finds the same', async () => {
  const store = new VectorStore(() => ({ uri: folder }));
  const data = await store.create(newName(), DIMENSIONS);
  const chunks = Array.from({ length: 300 }, (_, at) =>
    chunk('', axis(at % DIMENSIONS, (at % 50) / 100)),
  );
  await data.upsert(chunks.flat());
  const before = await data.semantic(axis(2), {}, 3);
  await data.optimize(now(), 200);
  const after = await data.semantic(axis(2), {}, 3);
  expect(after.map(({ score }) => score.toFixed(2))).toEqual(
    before.map(({ score }) => score.toFixed(2)),
  );
});

test('the last document is deleted like any other', async () => {
  const data = await new VectorStore(() => ({ uri: folder })).create(newName(), DIMENSIONS);
  const documentId = randomUUID();
  await data.upsert(chunk('jedyny', axis(0), { documentId }));
  await data.deleteOthersOf(documentId, []);
  await data.purge(now());
  expect(await data.lexical('jedyny', {}, 5)).toEqual([]);
});

test('samples evenly', async () => {
  const data = await new VectorStore(() => ({ uri: folder })).create(newName(), DIMENSIONS);
  expect(await data.sampleSentences(10)).toEqual([]);
  await data.upsert(Array.from({ length: 40 }, () => chunk('', axis(1))).flat());
  expect((await data.sampleSentences(20)).length).toBeLessThanOrEqual(20);
  expect(await data.sampleSentences(100)).toHaveLength(40);
});

test('nothing but ids comes into its SQL', async () => {
  const data = await new VectorStore(() => ({ uri: folder })).create(newName(), DIMENSIONS);
  const injected = { documentIds: ["' or true --"] };
  await expect(data.lexical('ser', injected, 5)).rejects.toThrow('UUID');
  await expect(data.deleteOthersOf("' or true --", [])).rejects.toThrow('UUID');
});
