import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '#shared/vector-store/dataset.ts';
import { datasetName } from '#shared/vector-store/dataset-name.ts';
import { VectorStore, type VectorStoreLocation } from '#shared/vector-store/vector-store.ts';
import { startIndexStorage } from '#test/support/index-storage.ts';
import { axis, chunk, DIMENSIONS, MODEL } from './chunks.ts';

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

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
const newName = () => datasetName(randomUUID(), MODEL, 1);
const now = () => new Date(Date.now() + 1);

describe.each([
  ['in a directory', () => ({ uri: folder })],
  ['on S3', () => storage],
])('%s', (_, location) => {
  async function dataset(): Promise<{ store: VectorStore; name: string; data: Dataset }> {
    const store = new VectorStore(location());
    const name = newName();
    return { store, name, data: await store.create(name, DIMENSIONS) };
  }

  test('finds a chunk by its terms, rare ones first, and by its vector', async () => {
    const { data } = await dataset();
    const milk = chunk({ terms: 'mleko lodówka', vector: axis(0) });
    const bread = chunk({ terms: 'chleb lodówka', vector: axis(1) });
    await data.upsert([milk, bread, chunk({ terms: 'lodówka', vector: axis(2) })]);

    const lexical = await data.lexical('mleko lodówka', {}, 10);
    expect(lexical).toHaveLength(3);
    expect(lexical[0]).toMatchObject({ id: milk.id, language: 'pl', vector: axis(0) });
    const [nearest, next] = await data.semantic(axis(1, 0.1), {}, 10);
    expect(nearest?.id).toBe(bread.id);
    expect(nearest?.score).toBeCloseTo(Math.sqrt(0.99), 5);
    expect(next?.score).toBeLessThan(0.2);
  });

  test('a chunk without a vector is found by its terms at once, and by its vector once it has one', async () => {
    const { data } = await dataset();
    const waiting = chunk({ terms: 'kefir' });
    await data.upsert([waiting]);
    expect(ids(await data.lexical('kefir', {}, 5))).toEqual([waiting.id]);
    expect(await data.semantic(axis(3), {}, 5)).toEqual([]);
    expect(await data.countVectors()).toBe(0);

    await data.upsert([{ ...waiting, vector: axis(3) }]);
    expect(ids(await data.semantic(axis(3), {}, 5))).toEqual([waiting.id]);
    expect(await data.count()).toBe(1);
  });

  test('filters before it searches, so that others take no place', async () => {
    const { data } = await dataset();
    const others = Array.from({ length: 30 }, () => chunk({ terms: 'ser', vector: axis(0) }));
    const english = chunk({ terms: 'ser żółty długi', language: 'en', vector: axis(0, 0.9) });
    await data.upsert([...others, english]);
    expect(ids(await data.lexical('ser', { language: 'en' }, 1))).toEqual([english.id]);
    expect(ids(await data.semantic(axis(0), { language: 'en' }, 1))).toEqual([english.id]);
    const own = { documentIds: [english.documentId] };
    expect(ids(await data.semantic(axis(0), own, 5))).toEqual([english.id]);
    expect(await data.lexical('ser', { documentIds: [] }, 5)).toEqual([]);
  });

  test('another store sees what was written once it asks for that version', async () => {
    const { data, name } = await dataset();
    const reader = new VectorStore(location());
    const opened = await reader.open(name);
    const added = chunk({ terms: 'dżem' });
    await data.upsert([added]);
    expect(await opened?.count()).toBe(0);
    const refreshed = await reader.open(name, await data.version());
    expect(ids((await refreshed?.lexical('dżem', {}, 5)) ?? [])).toEqual([added.id]);
  });

  test('what is deleted is in no file any more after two purges', async () => {
    const { data, name } = await dataset();
    const secret = chunk({ terms: 'tajneslowo', documentId: randomUUID() });
    const kept = chunk({ terms: 'jawneslowo', documentId: secret.documentId });
    const others = Array.from({ length: 50 }, () => chunk({ terms: 'inne' }));
    await data.upsert([secret, kept, ...others]);
    await data.optimize(now());
    await data.deleteOthersOf(secret.documentId, [kept.id]);
    await data.purge(now());
    await data.purge(now());
    expect(ids(await data.lexical('tajneslowo jawneslowo', {}, 5))).toEqual([kept.id]);
    if (location().uri !== folder) return;
    const files = globSync(`${name}.lance/**/*`, { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(files.some((file) => file.includes('jawneslowo'))).toBe(true);
    expect(files.some((file) => file.includes('tajneslowo'))).toBe(false);
  });

  test('writers at the same time lose nothing', async () => {
    const { data, name } = await dataset();
    const writers = await Promise.all(
      Array.from({ length: 4 }, () => new VectorStore(location()).open(name)),
    );
    const chunks = writers.map((_, at) => chunk({ terms: `słowo${at}` }));
    await Promise.all(writers.map((writer, at) => writer?.upsert(chunks.slice(at, at + 1))));
    await data.refresh();
    expect(await data.count()).toBe(4);
  });

  test('there is no dataset where none was made, or its storage is gone', async () => {
    const { store, name, data } = await dataset();
    expect(await store.open(newName())).toBeUndefined();
    const version = await data.version();
    await new VectorStore(location()).drop(name);
    expect(await new VectorStore(location()).open(name)).toBeUndefined();
    // One that stays behind a version that was written is not what was written.
    const again = await new VectorStore(location()).create(name, DIMENSIONS);
    expect(await new VectorStore(location()).open(name, version + 5)).toBeUndefined();
    expect(await again.count()).toBe(0);
    await store.drop(newName());
  });
});

test('a large dataset gets a vector index, and finds the same', async () => {
  const store = new VectorStore({ uri: folder });
  const data = await store.create(newName(), DIMENSIONS);
  const chunks = Array.from({ length: 300 }, (_, at) =>
    chunk({ vector: axis(at % DIMENSIONS, (at % 50) / 100) }),
  );
  await data.upsert(chunks);
  const before = await data.semantic(axis(2), {}, 3);
  await data.optimize(now(), 200);
  const after = await data.semantic(axis(2), {}, 3);
  expect(after.map(({ score }) => score.toFixed(2))).toEqual(
    before.map(({ score }) => score.toFixed(2)),
  );
});

test('the last document is deleted like any other', async () => {
  const data = await new VectorStore({ uri: folder }).create(newName(), DIMENSIONS);
  const only = chunk({ terms: 'jedyny' });
  await data.upsert([only]);
  await data.deleteOthersOf(only.documentId, []);
  await data.purge(now());
  expect(await data.lexical('jedyny', {}, 5)).toEqual([]);
});

test('samples evenly', async () => {
  const data = await new VectorStore({ uri: folder }).create(newName(), DIMENSIONS);
  expect(await data.sample(10)).toEqual([]);
  await data.upsert(Array.from({ length: 40 }, () => chunk({ vector: axis(1) })));
  expect(await data.sample(10)).toHaveLength(10);
  expect(await data.sample(100)).toHaveLength(40);
});

test('nothing but ids comes into its SQL', async () => {
  const data = await new VectorStore({ uri: folder }).create(newName(), DIMENSIONS);
  const injected = { documentIds: ["' or true --"] };
  await expect(data.lexical('ser', injected, 5)).rejects.toThrow('UUID');
  await expect(data.deleteOthersOf("' or true --", [])).rejects.toThrow('UUID');
});
