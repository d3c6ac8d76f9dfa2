import { join } from 'node:path';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { Body } from './body-file.ts';
import type { BucketConfig } from './bucket-config.ts';
import { notification, type ObjectEvent, ruleMatches } from './notification.ts';
import { hasLabel, type Label, readLabels, removeBody, writeLabel } from './object-label.ts';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly contentType: string;
  /** `x-amz-meta-…` and the standard headers that are given back, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  /** Hexadecimal and growing: orders the events of one key. */
  readonly sequencer: string;
  /** Name of the file with its bytes. */
  readonly file: string;
}

export type NewObject = Pick<StoredObject, 'bucket' | 'key' | 'contentType' | 'headers'> & {
  readonly body: Body;
  readonly etag: string;
};

/**
 * What is in the buckets. The row of an object and the message about it are one transaction, and
 * the bytes are on disk before it: no event is lost and no event comes before its object.
 */
export class ObjectStore {
  readonly directory: string;
  readonly #state: State;
  readonly #buckets: ReadonlyMap<string, BucketConfig>;
  readonly #region: string;
  readonly #deliver: (queueArn: string, body: string) => void;

  constructor(options: {
    state: State;
    directory: string;
    region: string;
    buckets: readonly BucketConfig[];
    deliver: (queueArn: string, body: string) => void;
  }) {
    this.directory = options.directory;
    this.#state = options.state;
    this.#region = options.region;
    this.#deliver = options.deliver;
    this.#buckets = new Map(options.buckets.map((bucket) => [bucket.name, bucket]));
    options.state.database.exec(`
      CREATE TABLE IF NOT EXISTS object (
        bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
        content_type TEXT NOT NULL, headers TEXT NOT NULL, modified_at INTEGER NOT NULL,
        sequence INTEGER NOT NULL, file TEXT NOT NULL, PRIMARY KEY (bucket, key)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS object_sequence (last INTEGER NOT NULL);
      INSERT INTO object_sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM object_sequence);
    `);
  }

  bucketNames(): string[] {
    return [...this.#buckets.keys()];
  }

  /** @throws ServiceError NoSuchBucket */
  bucket(name: string): BucketConfig {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      throw new ServiceError(404, 'NoSuchBucket', 'The specified bucket does not exist.');
    }
    return bucket;
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.#state.database
      .prepare('SELECT * FROM object WHERE bucket = ? AND key = ?')
      .get(this.bucket(bucket).name, key);
    return row && toObject(row);
  }

  pathOf(object: StoredObject): string {
    return join(this.directory, object.file);
  }

  /**
   * Puts an object in place, whole or not at all.
   * @param allowed checks the current object and throws when a condition does not hold
   */
  put(
    object: NewObject,
    event: ObjectEvent,
    now: number,
    allowed: (current: StoredObject | undefined) => void = () => undefined,
  ): StoredObject {
    const { stored, replaced } = this.#state.transaction(() => {
      const replaced = this.find(object.bucket, object.key);
      allowed(replaced);
      const sequence = this.#nextSequence();
      const { bucket, key, etag, contentType, headers, body } = object;
      const label = { bucket, key, etag, contentType, headers, size: body.size, modifiedAt: now };
      writeLabel(this.directory, body.file, label);
      this.#insert('REPLACE', label, sequence, body.file);
      const stored = this.find(object.bucket, object.key);
      if (stored === undefined) throw new Error('An object vanished in its own transaction');
      this.#notify(stored, event, now);
      return { stored, replaced };
    });
    if (replaced !== undefined) removeBody(this.directory, replaced.file);
    return stored;
  }

  /** Deleting what is not there is no error. */
  delete(bucket: string, key: string, now: number): void {
    const { versioned } = this.bucket(bucket);
    const event = versioned ? 'ObjectRemoved:DeleteMarkerCreated' : 'ObjectRemoved:Delete';
    this.#remove(bucket, key, (object) =>
      this.#notify({ ...object, sequencer: hex(this.#nextSequence()) }, event, now),
    );
  }

  /** Removes what the bucket's lifecycle lets expire, which is no event that rules here can ask for. */
  expire(bucket: string, key: string): void {
    this.#remove(bucket, key, () => undefined);
  }

  #remove(bucket: string, key: string, removed: (object: StoredObject) => void): void {
    const object = this.find(bucket, key);
    if (object === undefined) return;
    this.#state.transaction(() => {
      this.#state.database
        .prepare('DELETE FROM object WHERE bucket = ? AND key = ?')
        .run(bucket, key);
      removed(object);
    });
    removeBody(this.directory, object.file);
  }

  /** Keys from `after` on (exclusive) that begin with `prefix`, in the order of their bytes. */
  *list(bucket: string, prefix: string, after: string): Generator<StoredObject> {
    const rows = this.#state.database
      .prepare(
        'SELECT * FROM object WHERE bucket = ? AND key > ? AND substr(key, 1, ?) = ? ORDER BY key',
      )
      .iterate(this.bucket(bucket).name, after, [...prefix].length, prefix);
    for (const row of rows) yield toObject(row);
  }

  /** Labels what an earlier version stored without. */
  labelAll(): void {
    for (const row of this.#state.database.prepare('SELECT * FROM object').all()) {
      const { file, ...label } = toObject(row);
      if (!hasLabel(this.directory, file)) writeLabel(this.directory, file, label);
    }
  }

  /** Takes back what the labels of files name and the state does not know. @returns how many objects */
  findLost(): number {
    let found = 0;
    for (const { file, label } of readLabels(this.directory)) {
      if (this.#restore(file, label)) found += 1;
    }
    return found;
  }

  #restore(file: string, label: Label): boolean {
    return this.#state.transaction(
      () => this.#insert('IGNORE', label, this.#nextSequence(), file) === 1,
    );
  }

  /** @param known what becomes of an object that is there. @returns how many rows it wrote */
  #insert(
    known: 'REPLACE' | 'IGNORE',
    { bucket, key, size, etag, contentType, headers, modifiedAt }: Label,
    sequence: number,
    file: string,
  ): number | bigint {
    const row = [bucket, key, size, etag, contentType, JSON.stringify(headers), modifiedAt];
    return this.#state.database
      .prepare(`INSERT OR ${known} INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(...row, sequence, file).changes;
  }

  #nextSequence(): number {
    const row = this.#state.database
      .prepare('UPDATE object_sequence SET last = last + 1 RETURNING last')
      .get();
    return Number(row?.last);
  }

  #notify(object: StoredObject, event: ObjectEvent, now: number): void {
    for (const rule of this.bucket(object.bucket).notifications) {
      if (!ruleMatches(rule, object.key, event)) continue;
      this.#deliver(rule.queueArn, JSON.stringify(notification(object, event, this.#region, now)));
    }
  }
}

function hex(sequence: number): string {
  return sequence.toString(16).toUpperCase().padStart(16, '0');
}

function toObject(row: Record<string, unknown>): StoredObject {
  return {
    bucket: String(row.bucket),
    key: String(row.key),
    size: Number(row.size),
    etag: String(row.etag),
    contentType: String(row.content_type),
    headers: JSON.parse(String(row.headers)),
    modifiedAt: Number(row.modified_at),
    sequencer: hex(Number(row.sequence)),
    file: String(row.file),
  };
}
