import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Bytes that are safely on disk. */
export interface Body {
  /** File name below the store's directory; made of random letters, never of a key. */
  readonly file: string;
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
  /** Base64 of the big-endian CRC-32, as `x-amz-checksum-crc32` writes it. */
  readonly crc32: string;
}

/** Writes a stream to a new file and waits until the disk has it. Nothing is kept in memory. */
export async function writeBody(directory: string, bytes: AsyncIterable<Buffer>): Promise<Body> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = randomUUID();
  const path = join(directory, file);
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  let sum = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      await handle.write(chunk);
      md5.update(chunk);
      sha256.update(chunk);
      sum = crc32(chunk, sum);
      size += chunk.length;
    }
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(sum);
  return {
    file,
    size,
    md5: md5.digest('hex'),
    sha256: sha256.digest('hex'),
    crc32: checksum.toString('base64'),
  };
}

/** Removes files that no row names: a process died between writing and committing. */
export function removeStrays(directory: string, isNamed: (file: string) => boolean): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const file of readdirSync(directory)) {
    if (!isNamed(file)) rmSync(join(directory, file), { force: true });
  }
}
