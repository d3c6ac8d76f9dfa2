/** Mulberry32: the same seed draws the same numbers. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Vectors of length 1 in groups, all of them alike on the whole, as those of sentences are. */
export class DrawnVectors {
  readonly #random: () => number;
  readonly #common: Float32Array;
  readonly #groups: readonly Float32Array[];

  constructor(dimensions: number, groups: number, seed: number) {
    this.#random = drawing(seed);
    this.#common = this.#noise(dimensions);
    this.#groups = Array.from({ length: groups }, () => this.#noise(dimensions));
  }

  next(): Float32Array {
    const group = this.#groups[Math.floor(this.#random() * this.#groups.length)];
    const own = this.#noise(this.#common.length);
    const sum = own.map((one, at) => 2 * (this.#common[at] ?? 0) + (group?.[at] ?? 0) + 0.7 * one);
    const length = Math.hypot(...sum);
    return sum.map((one) => one / length);
  }

  /** Nearly normal numbers: the sum of three even ones. */
  #noise(dimensions: number): Float32Array {
    return Float32Array.from(
      { length: dimensions },
      () => this.#random() + this.#random() + this.#random() - 1.5,
    );
  }
}
