const IDLE_MS = 60_000;

/** Something large that is loaded when it is first used, and given back when nobody uses it for a minute. */
export class KeptWhileUsed<Resource> {
  readonly #load: () => Promise<Resource>;
  readonly #release: (resource: Resource) => Promise<void>;
  #loaded: Promise<Resource> | undefined;
  #users = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(load: () => Promise<Resource>, release: (resource: Resource) => Promise<void>) {
    this.#load = load;
    this.#release = release;
  }

  /** @throws whatever loading throws; the next use tries again */
  async use<Answer>(work: (resource: Resource) => Promise<Answer>): Promise<Answer> {
    clearTimeout(this.#idle);
    this.#users += 1;
    try {
      this.#loaded ??= this.#load();
      return await work(await this.#resource(this.#loaded));
    } finally {
      this.#users -= 1;
      if (this.#users === 0) this.#idle = setTimeout(() => void this.giveBack(), IDLE_MS).unref();
    }
  }

  /** At once, unless it is in use. */
  async giveBack(): Promise<void> {
    const loaded = this.#loaded;
    if (this.#users > 0 || loaded === undefined) return;
    this.#loaded = undefined;
    await this.#release(await loaded);
  }

  async #resource(loading: Promise<Resource>): Promise<Resource> {
    try {
      return await loading;
    } catch (error) {
      if (this.#loaded === loading) this.#loaded = undefined;
      throw error;
    }
  }
}
