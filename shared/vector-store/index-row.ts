import { Field, FixedSizeList, Float32, Schema, Utf8 } from 'apache-arrow';

/**
 * A row of the index: a chunk by its words, or one of its sentences by its vector. A vector of a whole
 * chunk is too blurred to find one sentence of it by. Texts stay in Postgres; rows only find them.
 */
export interface IndexRow {
  /** `<chunk>.0` is the chunk, `<chunk>.3` its third sentence. */
  readonly id: string;
  readonly chunkId: string;
  readonly documentId: string;
  readonly language: ChunkLanguage;
  /** What the lexical leg looks for, separated by spaces; empty for sentences. */
  readonly terms: string;
  /** Null for chunks. */
  readonly vector: Float32Array | null;
}

export const CHUNK_LANGUAGES = ['pl', 'en'] as const;
export type ChunkLanguage = (typeof CHUNK_LANGUAGES)[number];

export function rowId(chunkId: string, sentence: number): string {
  return `${chunkId}.${sentence}`;
}

/** The number of the sentence within its chunk, from 1; 0 for the chunk itself. */
export function sentenceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

/** Columns of a dataset whose vectors have so many numbers. */
export function rowSchema(dimensions: number): Schema {
  const text = (name: string) => new Field(name, new Utf8(), false);
  const number = new Field('item', new Float32(), true);
  return new Schema([
    text('id'),
    text('chunkId'),
    text('documentId'),
    text('language'),
    text('terms'),
    new Field('vector', new FixedSizeList(dimensions, number), true),
  ]);
}

/** What Arrow makes a row of. */
export function arrowRow(row: IndexRow): Record<string, unknown> {
  return { ...row, vector: row.vector === null ? null : [...row.vector] };
}
