import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow';

/** A chunk as the index holds it. Its text stays in Postgres; this only finds it. */
export interface IndexedChunk {
  readonly id: string;
  readonly documentId: string;
  readonly page: number | null;
  readonly language: ChunkLanguage;
  /** Words that the lexical leg looks for, made by the caller and separated by spaces. */
  readonly terms: string;
  /** Null until it is computed: the chunk is found by its words meanwhile. */
  readonly vector: Float32Array | null;
}

export const CHUNK_LANGUAGES = ['pl', 'en'] as const;
export type ChunkLanguage = (typeof CHUNK_LANGUAGES)[number];

/** Columns of a dataset whose vectors have so many numbers. */
export function chunkSchema(dimensions: number): Schema {
  const text = (name: string) => new Field(name, new Utf8(), false);
  const number = new Field('item', new Float32(), true);
  return new Schema([
    text('id'),
    text('documentId'),
    new Field('page', new Int32(), true),
    text('language'),
    text('terms'),
    new Field('vector', new FixedSizeList(dimensions, number), true),
  ]);
}

/** What Arrow makes a row of. */
export function rowOf(chunk: IndexedChunk): Record<string, unknown> {
  return { ...chunk, vector: chunk.vector === null ? null : [...chunk.vector] };
}
