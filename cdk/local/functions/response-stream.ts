import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FromInstance } from './protocol.ts';

const STREAMED = Symbol.for('aws.lambda.runtime.handler.streaming');

export function isStreamed(handler: object): boolean {
  return Reflect.get(handler, STREAMED) === 'response';
}

/**
 * The stream a streamed handler writes to. One chunk is on its way at a time: the next write waits
 * until the client has taken it, so a slow client slows the function and fills no memory.
 */
export class ResponseStream extends Writable {
  readonly #send: (message: FromInstance) => void;
  #taken: (() => void) | undefined;

  constructor(send: (message: FromInstance) => void) {
    super({ decodeStrings: true });
    this.#send = send;
  }

  prelude(metadata: {
    statusCode?: number;
    headers?: Record<string, unknown>;
    cookies?: string[];
  }) {
    const headers = Object.entries(metadata.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]);
    this.#send({
      type: 'prelude',
      prelude: {
        statusCode: metadata.statusCode ?? 200,
        headers: Object.fromEntries(headers),
        cookies: metadata.cookies ?? [],
      },
    });
  }

  setContentType(_type: string): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#taken = done;
    // A separate copy of the bytes: a pooled buffer must not be sent along with its neighbours.
    this.#send({ type: 'chunk', bytes: new Uint8Array(chunk) });
  }

  /** What was written while a chunk was on its way goes together: each message to the client costs a turn. */
  override _writev(
    waiting: readonly { readonly chunk: Buffer }[],
    done: (error?: Error | null) => void,
  ): void {
    this._write(Buffer.concat(waiting.map(({ chunk }) => chunk)), 'buffer', () => done());
  }

  taken(): void {
    const done = this.#taken;
    this.#taken = undefined;
    done?.();
  }

  gone(): void {
    this.destroy(Object.assign(new Error('The client went away'), { name: 'AbortError' }));
  }

  async finished(): Promise<void> {
    if (!this.writableEnded) this.end();
    await finished(this);
  }
}

/** Sets the global `awslambda` that Lambda's Node runtime has. */
export function installStreaming(): void {
  const awslambda = {
    streamifyResponse(handler: object) {
      Reflect.set(handler, STREAMED, 'response');
      return handler;
    },
    HttpResponseStream: {
      from(stream: ResponseStream, metadata: Parameters<ResponseStream['prelude']>[0]) {
        stream.prelude(metadata);
        return stream;
      },
    },
  };
  Reflect.set(globalThis, 'awslambda', awslambda);
}
