import { withHousehold } from '#shared/database/with-household.ts';
import { countChunks } from './chunk-store.ts';
import type { Household, IndexDeps } from './index-writer.ts';
import { readSearchIndex } from './search-index-store.ts';

/** What there is to be searched, and how much of it is in the index. */
export async function indexStats(household: Household, { store, embedder }: IndexDeps) {
  const { index, counts } = await withHousehold(household, async (client) => ({
    index: await readSearchIndex(client),
    counts: await countChunks(client),
  }));
  const dataset = index?.dataset ? await store.open(index.dataset, index.version) : undefined;
  return {
    ...counts,
    indexedChunks: (await dataset?.countChunks()) ?? 0,
    indexedSentences: (await dataset?.countSentences()) ?? 0,
    embeddingModel: embedder.model.name,
    updatedAt: index?.updatedAt.toISOString() ?? null,
  };
}
