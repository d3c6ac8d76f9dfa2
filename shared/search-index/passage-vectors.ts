import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import type { EmbeddingModel } from '#shared/vector-store/dataset-name.ts';
import type { Chunk } from './chunk-store.ts';
import type { Household, PassageEmbedder } from './index-writer.ts';
import { passageHash, sentenceTexts } from './passage.ts';
import { readPassageVectors, writePassageVectors } from './passage-vector-store.ts';

/** Vectors of the sentences of chunks, by chunk, of those that have been embedded before. */
export async function cachedVectors(
  client: ClientBase,
  chunks: readonly Chunk[],
  { name, dimensions }: EmbeddingModel,
): Promise<ReadonlyMap<string, readonly Float32Array[]>> {
  const hashes = new Map(chunks.map((chunk) => [chunk.id, passageHash(chunk)]));
  const known = await readPassageVectors(client, name, [...hashes.values()], dimensions);
  return new Map(
    [...hashes].flatMap(([id, hash]) => {
      const vectors = known.get(hash);
      return vectors === undefined ? [] : [[id, vectors] as const];
    }),
  );
}

/**
 * Embeds chunks and keeps their vectors, outside of any transaction: a passage takes a tenth of a second.
 * Short texts go first, for a batch is as slow as its longest.
 */
export async function embedChunks(
  household: Household,
  chunks: readonly Chunk[],
  { model, embed }: PassageEmbedder,
): Promise<void> {
  const texts = [...new Set(chunks.flatMap(sentenceTexts))];
  texts.sort((one, other) => one.length - other.length);
  const made = await embed(texts, 'passage');
  const vectors = new Map(texts.map((text, at) => [text, made[at]]));
  const byHash = new Map(
    chunks.map((chunk) => [
      passageHash(chunk),
      sentenceTexts(chunk).flatMap((text) => vectors.get(text) ?? []),
    ]),
  );
  await withHousehold(household, (client) =>
    writePassageVectors(client, household.householdId, model.name, byHash),
  );
}
