/** Objects of one bucket (`shared/clients/bucket.ts`). */
export interface Bucket {
  /** Undefined where there is no such object. */
  read(key: string): Promise<{ readonly body: Buffer; readonly contentType: string } | undefined>;
  /** In bytes; undefined where there is no such object. */
  size(key: string): Promise<number | undefined>;
  write(key: string, body: Buffer | string, contentType: string): Promise<void>;
  /** In the order of their keys, behind `after`. */
  list(prefix: string, after?: string): AsyncIterable<ListedObject>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}
