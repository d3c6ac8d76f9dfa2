import { deflateSync } from 'node:zlib';

/** A file made to do harm, and what is to become of it. */
export interface HostileFile {
  readonly name: string;
  bytes(): Buffer | Promise<Buffer>;
  /** The code of its refusal, or `opened` where it does no harm within the limits. */
  readonly ends: string;
}

export const MB = 1024 ** 2;

/** Deflated so many times over: what is always the same shrinks a thousandfold each time. */
export function deflated(bytes: Buffer, times = 1): Buffer {
  return times === 0 ? bytes : deflated(deflateSync(bytes, { level: 9 }), times - 1);
}

/** A number in so many bytes, most significant first. */
export function big(value: number, length: 1 | 2 | 3 | 4): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}
