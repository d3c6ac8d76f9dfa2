import type { IncomingMessage } from 'node:http';

/**
 * The body of a request. Bytes beyond `limit` are discarded, so that a client that
 * is still sending receives the refusal instead of a broken connection.
 * @returns `too-large`, or `gone` when the client left before its body was whole
 */
export function boundedBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const finish = (outcome: Buffer | 'too-large' | 'gone') => {
      request.off('data', take);
      chunks = [];
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) finish('too-large');
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('close', () => finish('gone'));
  });
}
