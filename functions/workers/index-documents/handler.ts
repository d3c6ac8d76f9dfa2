import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { rebuildIndex } from '#shared/search-index/current-dataset.ts';
import { indexDocument } from '#shared/search-index/index-document.ts';
import { IndexMessage } from '#shared/search-index/index-message.ts';
import { optimizeIndex } from '#shared/search-index/optimize-index.ts';
import { indexLocation } from '#shared/vector-store/s3-location.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';

const deps = { store: new VectorStore(indexLocation), embedder: builtInEmbedder };

/** The only writer of search indexes: makes the one of a household what the database has. */
export const handler = consumer(IndexMessage, async (message) => {
  const { householdId } = message;
  if ('rebuild' in message) await rebuildIndex({ householdId }, deps);
  else if ('optimize' in message) await optimizeIndex({ householdId }, deps);
  else await indexDocument({ householdId }, message.documentId, deps);
  await relayHousehold({ householdId });
});
