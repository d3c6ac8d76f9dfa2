import { createInflateRaw } from 'node:zlib';
import { lzw } from './lzw.ts';
import { BoundedBytes } from './unpacked.ts';

/** Undoes one packing, up to so many bytes; what is broken gives what came before it. */
type Unpack = (packed: Buffer, max: number) => Promise<Buffer> | Buffer;

/** The filters of PDF that pack anything, by their names and the short ones. @see ISO 32000-1, 7.4 */
export const PDF_FILTERS: Readonly<Record<string, Unpack>> = {
  FlateDecode: flate,
  Fl: flate,
  LZWDecode: lzw,
  LZW: lzw,
  RunLengthDecode: runLength,
  RL: runLength,
  ASCIIHexDecode: asciiHex,
  AHx: asciiHex,
  ASCII85Decode: ascii85,
  A85: ascii85,
};

/** Behind the two bytes of its header, and without its checksum, which readers do not look at either. */
async function flate(packed: Buffer, max: number): Promise<Buffer> {
  const bytes = new BoundedBytes(max);
  const inflate = createInflateRaw();
  inflate.end(packed.subarray(2));
  try {
    for await (const part of inflate) {
      bytes.add(part);
      if (bytes.isFull) break;
    }
  } catch {
    // What came until then counts.
  }
  return bytes.bytes();
}

function runLength(packed: Buffer, max: number): Buffer {
  const bytes = new BoundedBytes(max);
  for (let at = 0; at < packed.length && !bytes.isFull; ) {
    const length = packed[at] ?? 128;
    if (length === 128) break;
    if (length < 128) {
      bytes.add(packed.subarray(at + 1, at + 2 + length));
      at += 2 + length;
    } else {
      bytes.add(Buffer.alloc(257 - length, packed[at + 1]));
      at += 2;
    }
  }
  return bytes.bytes();
}

function asciiHex(packed: Buffer, max: number): Buffer {
  const text = untilEnd(packed, '>', max * 2).replaceAll(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(text.length % 2 === 0 ? text : `${text}0`, 'hex').subarray(0, max);
}

function ascii85(packed: Buffer, max: number): Buffer {
  const text = untilEnd(packed, '~', max * 5).replaceAll(/[^!-uz]/g, '');
  const bytes = new BoundedBytes(max);
  for (let at = 0; at < text.length && !bytes.isFull; ) {
    if (text[at] === 'z') {
      bytes.add(Buffer.alloc(4));
      at += 1;
      continue;
    }
    const group = text.slice(at, at + 5);
    const value = [...group.padEnd(5, 'u')].reduce(
      (sum, one) => sum * 85 + one.charCodeAt(0) - 33,
      0,
    );
    const four = Buffer.alloc(4);
    four.writeUInt32BE(value % 2 ** 32);
    bytes.add(four.subarray(0, group.length - 1));
    at += 5;
  }
  return bytes.bytes();
}

function untilEnd(packed: Buffer, mark: string, max: number): string {
  const end = packed.indexOf(mark);
  return packed.toString('latin1', 0, Math.min(end < 0 ? packed.length : end, max));
}
