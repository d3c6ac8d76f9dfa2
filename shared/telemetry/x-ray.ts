import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { ENV } from '#shared/env.ts';

const SAMPLED = /^Root=([^;]+);Parent=([^;]+);Sampled=1/;

/**
 * Adds a part to X-Ray's trace of its invocation, where tracing is on and this one is sampled; elsewhere
 * it only reads an environment variable. One UDP packet to the daemon beside the function: the library in
 * tracer.ts would take a light endpoint over its 250 KB.
 * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
export function sendSubsegment(
  name: string,
  durationMs: number,
  failed: boolean,
  fields: Readonly<Record<string, unknown>>,
): void {
  const daemon = process.env[ENV.traceDaemon];
  if (daemon === undefined) return;
  const sampled = SAMPLED.exec(process.env[ENV.traceHeader] ?? '');
  if (sampled === null) return;
  const [, trace_id, parent_id] = sampled;
  const end = Date.now() / 1000;
  const subsegment = {
    type: 'subsegment',
    name,
    id: randomBytes(8).toString('hex'),
    trace_id,
    parent_id,
    start_time: end - durationMs / 1000,
    end_time: end,
    fault: failed,
    annotations: annotations(fields),
  };
  const [host, port] = daemon.split(':');
  const socket = createSocket('udp4');
  socket.on('error', () => socket.close()); // losing a trace is harmless
  const packet = `{"format":"json","version":1}\n${JSON.stringify(subsegment)}`;
  socket.send(packet, Number(port), host, () => socket.close());
  socket.unref();
}

/** X-Ray indexes text, numbers and booleans. */
function annotations(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
}
