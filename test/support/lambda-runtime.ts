import { Writable } from 'node:stream';

/** The global that the Lambda runtime gives to functions which stream their response. */
export interface Prelude {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** A response stream that remembers what was written. */
export class RecordedResponse extends Writable {
  prelude: Prelude | undefined;
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  setContentType(): void {}
}

Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: unknown) => handler,
    HttpResponseStream: {
      from(stream: RecordedResponse, prelude: Prelude) {
        stream.prelude = prelude;
        return stream;
      },
    },
  },
});
