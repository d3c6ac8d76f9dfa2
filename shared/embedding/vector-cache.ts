import { createHash } from 'node:crypto';

/** Keeps the vectors that were used last, by a hash of their text: texts may be long, vectors are 1.5 kB. */
export class VectorCache {
  readonly #vectors = new Map<string, Float32Array>();
  readonly #maxVectors: number;

  constructor(maxVectors: number) {
    this.#maxVectors = maxVectors;
  }

  get(text: string): Float32Array | undefined {
    return this.#vectors.get(keyOf(text));
  }

  set(text: string, vector: Float32Array): void {
    const key = keyOf(text);
    // A map keeps the order in which its keys came: the first is the one unused for longest.
    this.#vectors.delete(key);
    this.#vectors.set(key, vector);
    const [oldest] = this.#vectors.keys();
    if (this.#vectors.size > this.#maxVectors && oldest !== undefined) this.#vectors.delete(oldest);
  }
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
