import { randomUUID } from 'node:crypto';
import type { IndexedChunk } from '#shared/vector-store/indexed-chunk.ts';

export const DIMENSIONS = 8;
export const MODEL = { name: 'of-a-test', dimensions: DIMENSIONS };

/** A vector of length 1 that points along one axis, and a little along another. */
export function axis(at: number, aside = 0): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[at] = Math.sqrt(1 - aside * aside);
  vector[(at + 1) % DIMENSIONS] = aside;
  return vector;
}

export function chunk(given: Partial<IndexedChunk> = {}): IndexedChunk {
  return {
    id: randomUUID(),
    documentId: randomUUID(),
    page: 1,
    language: 'pl',
    terms: 'nic',
    vector: null,
    ...given,
  };
}
