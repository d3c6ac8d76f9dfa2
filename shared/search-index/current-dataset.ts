import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { datasetName, isOfModel } from '#shared/vector-store/dataset-name.ts';
import type { Dataset } from '#shared/vector-store/dataset-store.ts';
import { chunksOfDocuments, documentIds } from './chunk-store.ts';
import type { Household, IndexDeps } from './index-writer.ts';
import { rowsOf } from './passage.ts';
import { cachedVectors } from './passage-vectors.ts';
import {
  countBuild,
  lockSearchIndex,
  type SearchIndex,
  writeVersion,
} from './search-index-store.ts';

/** Documents whose rows are written at once. */
const DOCUMENTS_AT_ONCE = 50;

/**
 * Runs `write` as the only writer of the household's index. A dataset that is not there (the first, one that
 * was lost, one of another model) is first built of what the database has.
 * @param write says whether rows were deleted
 */
export async function writeIndex(
  household: Household,
  deps: IndexDeps,
  write: (client: ClientBase, dataset: Dataset) => Promise<{ readonly deleted: boolean }>,
): Promise<void> {
  await withHousehold(household, async (client) => {
    const index = await lockSearchIndex(client, household.householdId);
    const dataset = (await openCurrent(index, deps)) ?? (await build(client, household, deps));
    const { deleted } = await write(client, dataset);
    await writeVersion(client, {
      dataset: dataset.name,
      version: await dataset.version(),
      deleted,
    });
    if (index.dataset !== null && index.dataset !== dataset.name) {
      await deps.store.drop(index.dataset);
    }
  });
}

/** Builds the index anew and searches that one from then on; the old one is searched meanwhile. */
export async function rebuildIndex(household: Household, deps: IndexDeps): Promise<void> {
  await withHousehold(household, async (client) => {
    const old = await lockSearchIndex(client, household.householdId);
    const dataset = await build(client, household, deps);
    const version = await dataset.version();
    await writeVersion(client, { dataset: dataset.name, version, deleted: false });
    if (old.dataset !== null) await deps.store.drop(old.dataset);
  });
}

/** The dataset that is searched, or undefined where another has to be built. */
export async function openCurrent(
  { dataset, version }: SearchIndex,
  { store, embedder }: IndexDeps,
): Promise<Dataset | undefined> {
  if (dataset === null || !isOfModel(dataset, embedder.model)) return undefined;
  return await store.open(dataset, version);
}

async function build(
  client: ClientBase,
  { householdId }: Household,
  deps: IndexDeps,
): Promise<Dataset> {
  const { model } = deps.embedder;
  const name = datasetName(householdId, model, await countBuild(client));
  const dataset = await deps.store.create(name, model.dimensions);
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await documentIds(client, after, DOCUMENTS_AT_ONCE);
    const chunks = await chunksOfDocuments(client, ids);
    const vectors = await cachedVectors(client, chunks, model);
    await dataset.upsert(chunks.flatMap((chunk) => rowsOf(chunk, vectors.get(chunk.id) ?? [])));
    after = ids.at(-1) ?? null;
    if (ids.length < DOCUMENTS_AT_ONCE) break;
  }
  await dataset.createIndexes();
  return dataset;
}
