import { Readable } from 'node:stream';
import type { ServerEvent } from './reply.ts';

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events as bytes, with a comment after every 15 s without an event (proxies close idle
 * connections). Destroying the stream ends the source: a generator returns at its next `yield`.
 * @param onFailure turns an error of the source into a last event; the status has already been sent
 * @param onGone told when nobody takes events any more, before the source has made its next one
 */
export function streamEvents(
  source: AsyncIterable<ServerEvent>,
  onFailure: (error: unknown) => ServerEvent,
  onGone: () => void = () => undefined,
  heartbeatMs: number = HEARTBEAT_MS,
): Readable {
  const iterator = source[Symbol.asyncIterator]();
  let over = false;
  const heartbeat = setInterval(() => {
    if (!over && stream.readableLength === 0) stream.push(': still here\n\n');
  }, heartbeatMs);
  const finish = () => {
    over = true;
    clearInterval(heartbeat);
  };
  // A heartbeat triggers `read` while `next()` is still pending: only one call at a time.
  let pending = false;
  const stream = new Readable({
    read() {
      if (pending || over) return;
      pending = true;
      iterator
        .next()
        .then(
          ({ done, value }) => {
            if (over) return;
            pending = false;
            if (done) finish();
            else heartbeat.refresh();
            this.push(done ? null : format(value));
          },
          (error: unknown) => {
            if (over) return;
            finish();
            this.push(format(onFailure(error)));
            this.push(null);
          },
        )
        .catch((error: unknown) => this.destroy(error instanceof Error ? error : new Error('?')));
    },
    destroy(error, done) {
      finish();
      onGone();
      iterator.return?.().catch(() => undefined); // the client has gone, so the error has no recipient
      done(error);
    },
  });
  return stream;
}

function format({ event, data, id }: ServerEvent): string {
  // JSON has no line breaks of its own, so one `data:` line always suffices.
  const idLine = id === undefined ? '' : `id: ${id.replaceAll(/[\r\n]/g, '')}\n`;
  return `${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
