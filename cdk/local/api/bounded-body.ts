import type { IncomingMessage } from 'node:http';

/**
 * The body of a request. What lies beyond `limit` bytes is let go unread, so that the client, who
 * is still sending, hears the refusal instead of a broken connection.
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
    const settle = (outcome: Buffer | 'too-large' | 'gone') => {
      request.off('data', take);
      chunks = [];
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle('too-large');
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => settle(Buffer.concat(chunks)));
    request.once('close', () => settle('gone'));
  });
}
