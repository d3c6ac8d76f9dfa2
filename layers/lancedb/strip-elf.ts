import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]); // ELF, 64 bits, little-endian
/** Fields of the file's header. */
const PROGRAM_OFFSET = 32;
const SECTION_OFFSET = 40;
const PROGRAM_SIZE = 54;
const PROGRAM_COUNT = 56;
const SECTION_COUNT = 60;
const SECTION_NAMES = 62;
/** Fields of a program header. */
const SEGMENT_OFFSET = 8;
const SEGMENT_BYTES = 32;

/**
 * Takes the symbols out of every native library below a directory, a sixth of LanceDB's. As `strip` does,
 * but without it: the layer for Lambda is built on any machine.
 */
export function stripLibraries(directory: string): void {
  for (const file of globSync('**/*.node', { cwd: directory })) {
    const path = join(directory, file);
    const stripped = strippedElf(readFileSync(path));
    if (stripped !== undefined) writeFileSync(path, stripped);
  }
}

/**
 * A library without what follows its last segment: the loader reads segments, and sections serve linkers
 * and debuggers. Undefined for what is no such library.
 */
function strippedElf(library: Buffer): Buffer | undefined {
  if (!library.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const headers = Number(library.readBigUInt64LE(PROGRAM_OFFSET));
  const size = library.readUInt16LE(PROGRAM_SIZE);
  const count = library.readUInt16LE(PROGRAM_COUNT);
  let end = headers + size * count;
  for (let at = 0; at < count; at += 1) {
    const header = headers + at * size;
    const offset = Number(library.readBigUInt64LE(header + SEGMENT_OFFSET));
    end = Math.max(end, offset + Number(library.readBigUInt64LE(header + SEGMENT_BYTES)));
  }
  const stripped = Buffer.from(library.subarray(0, end));
  stripped.writeBigUInt64LE(0n, SECTION_OFFSET);
  stripped.writeUInt16LE(0, SECTION_COUNT);
  stripped.writeUInt16LE(0, SECTION_NAMES);
  return stripped;
}
