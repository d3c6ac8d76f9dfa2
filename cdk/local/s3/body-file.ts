import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Algorithm, type Checksum, startChecksum } from './checksum.ts';
import { bodyNameOf } from './object-label.ts';

/** Bytes that are safely on disk. */
export interface Body {
  /** File name below the store's directory; made of random letters, never of a key. */
  readonly file: string;
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
  readonly checksum: Checksum;
}

/** Writes a stream to a new file and waits until the disk has it. Nothing is kept in memory. */
export async function writeBody(
  directory: string,
  bytes: AsyncIterable<Buffer>,
  algorithm: Algorithm,
): Promise<Body> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = randomUUID();
  const path = join(directory, file);
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  const checksum = startChecksum(algorithm);
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      await handle.write(chunk);
      md5.update(chunk);
      sha256.update(chunk);
      checksum.update(chunk);
      size += chunk.length;
    }
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return {
    file,
    size,
    md5: md5.digest('hex'),
    sha256: sha256.digest('hex'),
    checksum: { algorithm, value: checksum.digest().toString('base64') },
  };
}

/** Removes files that no row names: a process died between writing and committing. */
export function removeStrays(directory: string, isNamed: (file: string) => boolean): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const file of readdirSync(directory)) {
    if (!isNamed(bodyNameOf(file))) rmSync(join(directory, file), { force: true });
  }
}
