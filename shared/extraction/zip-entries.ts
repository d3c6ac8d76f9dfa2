/** An entry of a ZIP archive, as its central directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** Where its local header begins. */
  readonly offset: number;
  readonly packedBytes: number;
  /** 0 is stored as it is, 8 deflated. */
  readonly method: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end record has 22 bytes and a comment of up to 65,535 behind it. */
const MAX_END = 22 + 0xffff;

/**
 * The entries that a ZIP archive lists; undefined where it is none or its directory is damaged.
 * @see APPNOTE.TXT of PKWARE, 4.3
 */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = endRecord(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_HEADER) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The packed bytes of an entry, behind its local header; undefined where there is none. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer | undefined {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) return undefined;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return bytes.subarray(start, start + entry.packedBytes);
}

function endRecord(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - MAX_END);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}
