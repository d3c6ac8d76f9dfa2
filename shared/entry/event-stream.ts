import { Readable } from 'node:stream';
import type { ServerEvent } from './reply.ts';

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events as bytes, with a comment whenever nothing was said for 15 s (proxies close
 * silent connections). Destroying the stream ends the source: a generator hears of it at its next
 * `yield`.
 * @param onFailure turns what the source threw into a last event; the status is long sent
 */
export function streamEvents(
  source: AsyncIterable<ServerEvent>,
  onFailure: (error: unknown) => ServerEvent,
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
  // A heartbeat makes the reader ask again while an answer is still awaited: one question at a time.
  let asking = false;
  const stream = new Readable({
    read() {
      if (asking || over) return;
      asking = true;
      iterator
        .next()
        .then(
          ({ done, value }) => {
            if (over) return;
            asking = false;
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
      iterator.return?.().catch(() => undefined); // nobody is left to be told
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
