import { ServiceError } from '#cdk/local/http/service-error.ts';

/**
 * Takes the `aws-chunked` framing off a body: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n`, a
 * chunk of size 0, then trailing headers, which go to `onTrailer` by lower-case name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  onTrailer: (name: string, value: string) => void,
): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;
  // A separate type: the functions below change it, which the compiler does not follow.
  let phase = 'size' as Phase;
  for await (const chunk of source) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length > 0) {
      if (phase === 'data') {
        const part = pending.subarray(0, left);
        pending = pending.subarray(part.length);
        left -= part.length;
        yield part;
        if (left === 0) phase = 'data-end';
        continue;
      }
      const line = takeLine();
      if (line === undefined) break;
      if (phase === 'data-end') phase = 'size';
      else if (phase === 'size') startChunk(line);
      else readTrailer(line);
    }
  }
  if (phase !== 'trailer') throw incomplete();

  function takeLine(): string | undefined {
    const end = pending.indexOf('\r\n');
    if (end < 0) {
      if (pending.length > 8192) throw incomplete();
      return undefined;
    }
    const line = pending.subarray(0, end).toString('latin1');
    pending = pending.subarray(end + 2);
    return line;
  }

  function startChunk(line: string): void {
    const match = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line);
    if (match === null) throw incomplete();
    left = Number.parseInt(match[1] ?? '', 16);
    phase = left === 0 ? 'trailer' : 'data';
  }

  function readTrailer(line: string): void {
    const colon = line.indexOf(':');
    if (colon > 0) onTrailer(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
}

type Phase = 'size' | 'data' | 'data-end' | 'trailer';

function incomplete(): ServiceError {
  return new ServiceError(400, 'IncompleteBody', 'The body is not whole aws-chunked data.');
}
