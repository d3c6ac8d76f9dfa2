import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { failure, type OutboundFailure } from './outbound-failure.ts';

export interface Body {
  readonly ok: true;
  readonly bytes: Buffer;
}

const DECODERS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * The unpacked body, as long as it stays within `maxBytes`. It is counted after unpacking, piece by
 * piece, so a small file that unpacks to gigabytes stops at the limit. Two encodings on top of each
 * other are refused: no honest server sends them.
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Body | OutboundFailure> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS.get(encoding);
  if (decoder === undefined && encoding !== 'identity') {
    response.destroy();
    return failure('encoding-refused', encoding.slice(0, 40));
  }
  // Errors of either stream surface in the iteration below; the callback has nothing to add.
  const stream: Readable =
    decoder === undefined ? response : pipeline(response, decoder(), () => undefined);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) throw new Error('a body of text');
    size += piece.length;
    if (size > maxBytes) {
      response.destroy();
      return failure('too-large', `more than ${maxBytes} bytes`);
    }
    pieces.push(piece);
  }
  return { ok: true, bytes: Buffer.concat(pieces) };
}
