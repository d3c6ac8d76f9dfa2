import { ENV } from '#shared/env.ts';

// The product writes one JSON line per call; they would bury what the tests say. LOG_LEVEL shows them.
if (process.env[ENV.logLevel] === undefined) {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: []) =>
      typeof chunk === 'string' && chunk.startsWith('{"level":')
        ? true
        : write(chunk, ...rest)) as typeof stream.write;
  }
}
