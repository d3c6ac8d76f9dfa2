import { enqueue } from '#shared/database/outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { type Chunk, chunksOfDocuments } from './chunk-store.ts';
import { writeIndex } from './current-dataset.ts';
import type { Household, IndexDeps } from './index-writer.ts';
import { rowsOf } from './passage.ts';
import { cachedVectors, embedChunks } from './passage-vectors.ts';
import { claimOptimizing } from './search-index-store.ts';

/** Chunks that are embedded for one message: seconds of work, so that households take turns. */
const CHUNKS_AT_ONCE = 40;

/**
 * Makes the index have of a document what the database has, which is nothing of one that was deleted. Words
 * are searchable at once; vectors follow, some chunks for each message.
 */
export async function indexDocument(
  household: Household,
  documentId: string,
  deps: IndexDeps,
): Promise<void> {
  const waiting = await writeDocument(household, documentId, deps);
  if (waiting.length > 0) {
    await embedChunks(household, waiting.slice(0, CHUNKS_AT_ONCE), deps.embedder);
    await writeDocument(household, documentId, deps);
  }
  await withHousehold(household, async (client) => {
    const { householdId } = household;
    if (waiting.length > CHUNKS_AT_ONCE) {
      await enqueue(client, 'document.indexed', { documentId, householdId });
    }
    if (await claimOptimizing(client)) {
      await enqueue(client, 'index.optimize', { optimize: true, householdId });
    }
  });
}

/** @returns the chunks that have no vectors yet */
async function writeDocument(
  household: Household,
  documentId: string,
  deps: IndexDeps,
): Promise<readonly Chunk[]> {
  let waiting: readonly Chunk[] = [];
  await writeIndex(household, deps, async (client, dataset) => {
    const chunks = await chunksOfDocuments(client, [documentId]);
    const vectors = await cachedVectors(client, chunks, deps.embedder.model);
    waiting = chunks.filter(({ id }) => !vectors.has(id));
    const before = await dataset.version();
    await dataset.deleteOthersOf(
      documentId,
      chunks.map(({ id }) => id),
    );
    const deleted = (await dataset.version()) !== before;
    await dataset.upsert(chunks.flatMap((chunk) => rowsOf(chunk, vectors.get(chunk.id) ?? [])));
    return { deleted };
  });
  return waiting;
}
