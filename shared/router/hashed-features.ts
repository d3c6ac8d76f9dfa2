/** Features of one message: which they are, and how much each weighs. The squares of the weights sum to 1. */
export interface HashedFeatures {
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/**
 * Counts names of features in so many places: two names may share one, which costs less than a table of
 * all names. FNV-1a with its bits mixed, for the low ones are taken.
 */
export class FeatureCounter {
  readonly #counts = new Map<number, number>();
  readonly #places: number;

  /** @param places a power of two */
  constructor(places: number) {
    this.#places = places;
  }

  add(name: string): void {
    const place = hashOf(name) & (this.#places - 1);
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
  }

  features(): HashedFeatures {
    const at = Int32Array.from(this.#counts.keys());
    // The tenth time says little more than the first.
    const value = Float32Array.from(this.#counts.values(), (count) => 1 + Math.log(count));
    const length = Math.hypot(...value) || 1;
    return { at, value: value.map((one) => one / length) };
  }
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
