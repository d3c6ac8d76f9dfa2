/** A value with the version of what it was read from. */
export interface Versioned<Value> {
  readonly version: string;
  readonly value: Value;
}

/**
 * What was read of a few households, kept in the process as long as its version is still the one in
 * the database. The least used is forgotten first.
 */
export class VersionedCache<Value> {
  readonly #most: number;
  readonly #known = new Map<string, Versioned<Value>>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param version as of now
   * @param read says itself what version it read, for that may be a later one by then
   */
  async get(
    householdId: string,
    version: string,
    read: () => Promise<Versioned<Value>>,
  ): Promise<Value> {
    let known = this.#known.get(householdId);
    if (known?.version !== version) known = await read();
    this.#known.delete(householdId); // put in again: the map's order is the order of use
    this.#known.set(householdId, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return known.value;
  }
}
