/**
 * What was read of a few households, kept in the process as long as its version is still the one in
 * the database. The least used is forgotten first.
 */
export class VersionedCache<Value> {
  readonly #most: number;
  readonly #known = new Map<string, { readonly version: string; readonly value: Value }>();

  constructor(most: number) {
    this.#most = most;
  }

  async get(householdId: string, version: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(householdId);
    const value = known?.version === version ? known.value : await read();
    this.#known.delete(householdId); // put in again: the map's order is the order of use
    this.#known.set(householdId, { version, value });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return value;
  }
}
