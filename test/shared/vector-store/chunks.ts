import { randomUUID } from 'node:crypto';
import { type IndexRow, rowId } from '#shared/vector-store/index-row.ts';

export const DIMENSIONS = 8;
export const MODEL = { name: 'of-a-test', dimensions: DIMENSIONS };

/** A vector of length 1 that points along one axis, and a little along another. */
export function axis(at: number, aside = 0): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[at] = Math.sqrt(1 - aside * aside);
  vector[(at + 1) % DIMENSIONS] = aside;
  return vector;
}

/** The rows of a chunk of one sentence, or of one that has no vectors yet. */
export function chunk(
  terms: string,
  vector: Float32Array | null = null,
  given: Partial<IndexRow> = {},
): IndexRow[] {
  const of = { chunkId: randomUUID(), documentId: randomUUID(), language: 'pl' as const, ...given };
  return [
    { ...of, id: rowId(of.chunkId, 0), terms, vector: null },
    ...(vector === null ? [] : [{ ...of, id: rowId(of.chunkId, 1), terms: '', vector }]),
  ];
}

export function idOf([row]: readonly IndexRow[]): string {
  if (row === undefined) throw new Error('a chunk has rows');
  return row.chunkId;
}
