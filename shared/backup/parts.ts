import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Bucket } from './bucket.ts';
import { damaged } from './damaged.ts';
import type { Part } from './manifest.ts';
import { sha256 } from './sha256.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Of text before it is compressed: what is held in memory at a time, however long a table is. */
const PART_BYTES = 8 * 1024 * 1024;
/** A part never grows to more than this; a chunk of COPY that comes last may go over `PART_BYTES`. */
const MAX_PART_BYTES = 8 * PART_BYTES;

/** Writes one compressed piece. */
export async function writePart(bucket: Bucket, key: string, text: Buffer): Promise<Part> {
  const body = await compress(text);
  await bucket.write(key, body, 'application/gzip');
  return { key, bytes: body.length, sha256: sha256(body) };
}

/**
 * The text of a piece.
 * @throws PermanentError `backup-damaged` when it is missing or not what was written
 */
export async function readPart(bucket: Bucket, part: Part): Promise<Buffer> {
  const stored = await bucket.read(part.key);
  if (stored === undefined) throw damaged(`${part.key} is missing`);
  if (stored.body.length !== part.bytes || sha256(stored.body) !== part.sha256) {
    throw damaged(`${part.key} was changed`);
  }
  return await decompress(stored.body, { maxOutputLength: MAX_PART_BYTES });
}

/**
 * Writes what a stream of rows says, in pieces.
 * @param keyOf the key of the nth piece
 */
export async function writeParts(
  bucket: Bucket,
  rows: AsyncIterable<Buffer>,
  keyOf: (part: number) => string,
  partBytes: number = PART_BYTES,
): Promise<{ readonly parts: Part[]; readonly sha256: string }> {
  const hash = createHash('sha256');
  const parts: Part[] = [];
  let held: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (bytes === 0) return;
    parts.push(await writePart(bucket, keyOf(parts.length), Buffer.concat(held)));
    held = [];
    bytes = 0;
  };
  for await (const chunk of rows) {
    hash.update(chunk);
    held.push(chunk);
    bytes += chunk.length;
    if (bytes >= partBytes) await flush();
  }
  await flush();
  return { parts, sha256: hash.digest('hex') };
}

/** The pieces one after the other, each checked. */
export async function* readParts(bucket: Bucket, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield await readPart(bucket, part);
}
