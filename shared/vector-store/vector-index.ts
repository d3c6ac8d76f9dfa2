import { Index, type Table } from '@lancedb/lancedb';

const NAME = 'vector_idx';
/** Below, comparing with every vector takes a few milliseconds and misses nothing. */
export const MIN_INDEXED_VECTORS = 20_000;

/** Makes the vector index once a dataset is so large that it pays. */
export async function ensureVectorIndex(
  table: Table,
  minVectors = MIN_INDEXED_VECTORS,
): Promise<void> {
  const indices = await table.listIndices();
  if (indices.some(({ name }) => name === NAME)) return;
  if ((await table.countRows('vector is not null')) < minVectors) return;
  // One partition: a graph over everything found more than several did, as fast.
  const config = Index.hnswSq({ distanceType: 'dot', numPartitions: 1 });
  await table.createIndex('vector', { config, name: NAME });
}
