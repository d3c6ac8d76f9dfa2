import { PermanentError } from '#shared/errors/permanent-error.ts';

/** @throws PermanentError `unpacks-too-large`: what is packed inside a file is more than a receipt can be */
export function refuseUnpacked(what: string): never {
  throw new PermanentError('unpacks-too-large', what);
}

/** Bytes put together from parts, at most so many: the last part is cut off. */
export class BoundedBytes {
  readonly #max: number;
  #held = Buffer.alloc(0);
  length = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get isFull(): boolean {
    return this.length >= this.#max;
  }

  add(part: Uint8Array): void {
    const taken = part.subarray(0, this.#max - this.length);
    const needed = this.length + taken.length;
    if (needed > this.#held.length) {
      // Parts may be single bytes, and many: none is kept as it is.
      const larger = Buffer.alloc(
        Math.min(this.#max, Math.max(needed, this.#held.length * 2, 4096)),
      );
      this.#held.copy(larger);
      this.#held = larger;
    }
    this.#held.set(taken, this.length);
    this.length = needed;
  }

  bytes(): Buffer {
    return this.#held.subarray(0, this.length);
  }
}
