import type { EmbeddingModel } from '#shared/vector-store/dataset-name.ts';
import type { VectorStore } from '#shared/vector-store/vector-store.ts';

/** What makes vectors of texts. */
export interface PassageEmbedder {
  readonly model: EmbeddingModel;
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<readonly Float32Array[]>;
}

export interface IndexDeps {
  readonly store: VectorStore;
  readonly embedder: PassageEmbedder;
}

export interface Household {
  readonly householdId: string;
}
