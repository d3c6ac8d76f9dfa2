import { crc32 } from 'node:zlib';

/** A message of `application/vnd.amazon.eventstream`: what it is, and its bytes. */
export interface Frame {
  /** `:event-type`, or the type of an exception; empty without either. */
  readonly type: string;
  readonly payload: Buffer;
}

const PRELUDE_BYTES = 12;
const CRC_BYTES = 4;
/** A text, the only type of header value that Lambda sends. */
const STRING = 7;
/** Lambda sends pieces of at most 6 MB. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Messages of a body that arrives in pieces.
 * @throws for what is no message, or was changed on its way
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html
 */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0);

  add(piece: Uint8Array): Frame[] {
    this.#pending = Buffer.concat([this.#pending, piece]);
    const frames: Frame[] = [];
    for (;;) {
      const length = this.#nextLength();
      if (length === undefined || this.#pending.length < length) return frames;
      frames.push(readFrame(this.#pending.subarray(0, length)));
      this.#pending = this.#pending.subarray(length);
    }
  }

  #nextLength(): number | undefined {
    if (this.#pending.length < PRELUDE_BYTES) return undefined;
    const length = this.#pending.readUInt32BE(0);
    const isWhole = crc32(this.#pending.subarray(0, 8)) === this.#pending.readUInt32BE(8);
    if (!isWhole || length > MAX_BYTES || length < PRELUDE_BYTES + CRC_BYTES)
      throw new Error('The stream of a function is damaged');
    return length;
  }
}

function readFrame(frame: Buffer): Frame {
  const end = frame.length - CRC_BYTES;
  if (crc32(frame.subarray(0, end)) !== frame.readUInt32BE(end))
    throw new Error('A message of a stream was changed on its way');
  const headersEnd = PRELUDE_BYTES + frame.readUInt32BE(4);
  const headers = readHeaders(frame.subarray(PRELUDE_BYTES, headersEnd));
  const type = headers.get(':event-type') ?? headers.get(':exception-type') ?? '';
  return { type, payload: frame.subarray(headersEnd, end) };
}

function readHeaders(bytes: Buffer): Map<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = at + 1 + bytes.readUInt8(at);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    if (bytes.readUInt8(nameEnd) !== STRING) throw new Error(`Header ${name} is no text`);
    const valueEnd = nameEnd + 3 + bytes.readUInt16BE(nameEnd + 1);
    headers.set(name, bytes.toString('utf8', nameEnd + 3, valueEnd));
    at = valueEnd;
  }
  return headers;
}
