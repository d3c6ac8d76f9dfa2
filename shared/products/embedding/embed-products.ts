import { withoutHousehold } from '#shared/database/with-household.ts';
import type { Embedder, EmbeddingResult } from '#shared/llm/embedder.ts';
import { productTexts } from './product-texts.ts';
import { readVectors, writeVectors } from './vector-store.ts';

/** One of the places where a model puts a product. */
export interface ProductVector {
  readonly id: string;
  readonly vector: Float32Array;
}

export type EmbeddedProducts =
  | { readonly ok: true; readonly placed: readonly ProductVector[] }
  | Extract<EmbeddingResult, { ok: false }>;

/**
 * Where the model puts the shipped products. What is not kept yet is asked for and kept call by call,
 * so when time runs out the next receipt goes on from there. Two processes at the same time ask for the
 * same, which costs a fraction of a cent and no lock. Never a part: with products missing, the nearest
 * would be a wrong one.
 */
export async function embedProducts(
  embedder: Embedder,
  signal: AbortSignal,
): Promise<EmbeddedProducts> {
  const texts = productTexts();
  const wanted = [...new Set(texts.map(({ text }) => text))];
  const vectors = await withoutHousehold((client) => readVectors(client, embedder.model, wanted));
  const missing = wanted.filter((text) => !vectors.has(text));
  for (let start = 0; start < missing.length; start += embedder.batchSize) {
    const some = missing.slice(start, start + embedder.batchSize);
    const embedded = await embedder.embed(some, 'document', signal);
    if (!embedded.ok) {
      const detail = `${embedded.detail}; ${vectors.size} of ${wanted.length} products' texts are kept`;
      return { ...embedded, detail };
    }
    const made = new Map(
      some.flatMap((text, at) => {
        const vector = embedded.vectors[at];
        return vector === undefined ? [] : [[text, vector] as const];
      }),
    );
    await withoutHousehold((client) => writeVectors(client, embedder.model, made));
    for (const [text, vector] of made) vectors.set(text, vector);
  }
  const placed = texts.flatMap(({ id, text }) => {
    const vector = vectors.get(text);
    return vector === undefined ? [] : [{ id, vector }];
  });
  const dimension = placed[0]?.vector.length;
  if (placed.some(({ vector }) => vector.length !== dimension)) {
    return { ok: false, why: 'invalid', detail: 'products are kept in several dimensions' };
  }
  return { ok: true, placed };
}
