/** A box of the ISO base media file format, which HEIC is written in. */
export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
}

/** A box with a version and flags. */
export function fullBox(
  type: string,
  version: number,
  flags: number,
  ...parts: readonly Buffer[]
): Buffer {
  return box(type, u32(version * 2 ** 24 + flags), ...parts);
}

export const u8 = (...values: readonly number[]) => Buffer.from(values);

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16BE(value, at * 2);
  return bytes;
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

/** The content of the first box of a type anywhere in the bytes; for files that were just written. */
export function contentOf(bytes: Buffer, type: string): Buffer {
  const at = bytes.indexOf(type, 0, 'latin1');
  if (at < 4) throw new Error(`There is no box ${type}`);
  return bytes.subarray(at + 4, at - 4 + bytes.readUInt32BE(at - 4));
}
