import { type Connection, connect } from '@lancedb/lancedb';
import { Dataset } from './dataset-store.ts';
import { rowSchema } from './index-row.ts';

/** Where datasets are kept: a directory, or `s3://bucket/prefix` with what its client needs. */
export interface VectorStoreLocation {
  readonly uri: string;
  readonly storageOptions?: Record<string, string>;
}

/** Datasets by name. Open ones are kept, for opening one takes several reads of its storage. */
export class VectorStore {
  readonly #location: () => VectorStoreLocation;
  readonly #open = new Map<string, Promise<Dataset>>();
  #connection: Promise<Connection> | undefined;

  /** @param location asked when it is first needed: a bundle is loaded before its environment is there */
  constructor(location: () => VectorStoreLocation) {
    this.#location = location;
  }

  /**
   * A dataset that has at least what version `version` had: one that was opened before is refreshed only
   * if it is older. Undefined where there is none, or no longer.
   */
  async open(name: string, version = 0): Promise<Dataset | undefined> {
    try {
      const dataset = await this.#opened(name);
      if ((await dataset.version()) < version) await dataset.refresh();
      if ((await dataset.version()) >= version) return dataset;
    } catch (error) {
      this.forget(name);
      if (!isMissing(error)) throw error;
      return undefined;
    }
    // Lost with its storage, and made anew by another.
    this.forget(name);
    return undefined;
  }

  /** A new dataset, empty; one of the same name is replaced. */
  async create(name: string, dimensions: number): Promise<Dataset> {
    this.forget(name);
    const connection = await this.#connected();
    const table = await connection.createEmptyTable(name, rowSchema(dimensions), {
      mode: 'overwrite',
    });
    const dataset = new Dataset(table);
    this.#open.set(name, Promise.resolve(dataset));
    await dataset.createIndexes();
    return dataset;
  }

  /** Removes a dataset with all of its versions; one that is not there is removed already. */
  async drop(name: string): Promise<void> {
    this.forget(name);
    try {
      await (await this.#connected()).dropTable(name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async names(): Promise<string[]> {
    return await (await this.#connected()).tableNames();
  }

  /** The next use opens it again. */
  forget(name: string): void {
    this.#open.delete(name);
  }

  async #opened(name: string): Promise<Dataset> {
    const known = this.#open.get(name);
    if (known !== undefined) return await known;
    const opening = this.#connected()
      .then((connection) => connection.openTable(name))
      .then((table) => new Dataset(table));
    this.#open.set(name, opening);
    return await opening;
  }

  async #connected(): Promise<Connection> {
    if (this.#connection === undefined) {
      const { uri, storageOptions = {} } = this.#location();
      this.#connection = connect(uri, { storageOptions });
    }
    return await this.#connection;
  }
}

/** LanceDB has messages, and no codes. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && /not found|does not exist|No such file/i.test(error.message);
}
