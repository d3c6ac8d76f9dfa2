import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { Body } from './body-file.ts';
import { noSuchUpload } from './errors.ts';

export interface MultipartUpload {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Every part but the last is at least this large (Amazon S3, multipart upload limits). */
const MIN_PART_BYTES = 5 * 1024 * 1024;

interface Part {
  readonly number: number;
  readonly etag: string;
  readonly size: number;
  readonly file: string;
}

/** Uploads that come in parts and are put together at their end. */
export class MultipartStore {
  readonly #state: State;
  readonly #directory: string;

  constructor(state: State, directory: string) {
    this.#state = state;
    this.#directory = directory;
    state.database.exec(`
      CREATE TABLE IF NOT EXISTS multipart (id TEXT PRIMARY KEY, upload TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS part (
        upload TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL,
        file TEXT NOT NULL, PRIMARY KEY (upload, number));
    `);
  }

  begin(upload: MultipartUpload): string {
    const id = randomUUID();
    this.#state.database
      .prepare('INSERT INTO multipart VALUES (?, ?)')
      .run(id, JSON.stringify(upload));
    return id;
  }

  /** Ids of the uploads of a bucket that are not completed, with their keys. */
  open(bucket: string): { id: string; upload: MultipartUpload }[] {
    return this.#state.database
      .prepare('SELECT id, upload FROM multipart')
      .all()
      .map(({ id, upload }) => ({ id: String(id), upload: parse(upload) }))
      .filter(({ upload }) => upload.bucket === bucket);
  }

  find(id: string): MultipartUpload {
    const row = this.#state.database.prepare('SELECT upload FROM multipart WHERE id = ?').get(id);
    if (row === undefined) throw noSuchUpload();
    return parse(row.upload);
  }

  putPart(id: string, number: number, body: Body): void {
    this.find(id);
    const old = this.parts(id).find((part) => part.number === number);
    this.#state.database
      .prepare('INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?)')
      .run(id, number, body.md5, body.size, body.file);
    if (old !== undefined) this.#remove(old);
  }

  parts(id: string): Part[] {
    this.find(id);
    const rows = this.#state.database
      .prepare('SELECT number, etag, size, file FROM part WHERE upload = ? ORDER BY number')
      .all(id);
    return rows.map((row) => ({
      number: Number(row.number),
      etag: String(row.etag),
      size: Number(row.size),
      file: String(row.file),
    }));
  }

  /**
   * The parts that the client names, checked, as one stream and with the ETag S3 gives them
   * (the MD5 of their MD5s, and how many they were).
   */
  assemble(id: string, named: readonly { number: number; etag: string }[]) {
    const parts = this.parts(id);
    const chosen = named.map(({ number, etag }) => {
      const part = parts.find(
        (one) => one.number === number && one.etag === etag.replaceAll('"', ''),
      );
      if (part === undefined)
        throw new ServiceError(400, 'InvalidPart', `Part ${number} was not found.`);
      return part;
    });
    checkParts(chosen);
    if (chosen.length === 0) throw new ServiceError(400, 'MalformedXML', 'No parts were named.');
    const sums = createHash('md5');
    for (const part of chosen) sums.update(Buffer.from(part.etag, 'hex'));
    return { etag: `${sums.digest('hex')}-${chosen.length}`, bytes: this.#read(chosen) };
  }

  async *#read(parts: readonly Part[]): AsyncGenerator<Buffer> {
    for (const part of parts) yield* createReadStream(join(this.#directory, part.file));
  }

  /** Forgets an upload and its parts. */
  end(id: string): void {
    const parts = this.parts(id);
    this.#state.transaction(() => {
      this.#state.database.prepare('DELETE FROM part WHERE upload = ?').run(id);
      this.#state.database.prepare('DELETE FROM multipart WHERE id = ?').run(id);
    });
    for (const part of parts) this.#remove(part);
  }

  #remove(part: Part): void {
    rmSync(join(this.#directory, part.file), { force: true });
  }
}

/** An upload as it was begun; rows of older releases have no instant of their start. */
function parse(upload: unknown): MultipartUpload {
  return { startedAt: 0, ...JSON.parse(String(upload)) };
}

/** @throws ServiceError InvalidPartOrder or EntityTooSmall */
function checkParts(parts: readonly Part[]): void {
  if (parts.some(({ number }, at) => at > 0 && number <= (parts[at - 1]?.number ?? 0))) {
    throw new ServiceError(
      400,
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  }
  if (parts.slice(0, -1).some(({ size }) => size < MIN_PART_BYTES)) {
    throw new ServiceError(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    );
  }
}
