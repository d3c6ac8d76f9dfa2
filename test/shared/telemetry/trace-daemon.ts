import { createSocket } from 'node:dgram';
import { on, once } from 'node:events';
import * as z from 'zod/mini';

const Part = z.looseObject({
  type: z.string(),
  name: z.string(),
  trace_id: z.string(),
  parent_id: z.string(),
});

/** What X-Ray's daemon beside a Lambda hears: one packet per part of a trace. */
export async function traceDaemon() {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    /** The next part that is sent. */
    part: async () => partOf((await once(socket, 'message'))[0]),
    /** The next so many parts. */
    async parts(count: number) {
      const parts: z.infer<typeof Part>[] = [];
      for await (const [message] of on(socket, 'message')) {
        parts.push(partOf(message));
        if (parts.length === count) break;
      }
      return parts;
    },
    close: () => socket.close(),
  };
}

function partOf(message: unknown) {
  const [header, body] = String(message).split('\n');
  if (header !== '{"format":"json","version":1}') throw new Error(`No trace: ${header}`);
  return Part.parse(JSON.parse(body ?? ''));
}
