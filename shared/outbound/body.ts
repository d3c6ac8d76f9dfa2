import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { failure, type OutboundFailure } from './outbound-failure.ts';

export interface ResponseBody {
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
 * The decompressed body, up to `maxBytes`. Bytes are counted after decompression, chunk by chunk, so a
 * decompression bomb stops at the limit. Stacked encodings are refused: no legitimate server sends them.
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<ResponseBody | OutboundFailure> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS.get(encoding);
  if (decoder === undefined && encoding !== 'identity') {
    response.destroy();
    return failure('encoding-refused', encoding.slice(0, 40));
  }
  // Errors of either stream surface in the iteration below, so the callback ignores them.
  const stream: Readable =
    decoder === undefined ? response : pipeline(response, decoder(), () => undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a body of text');
    size += chunk.length;
    if (size > maxBytes) {
      response.destroy();
      return failure('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}
