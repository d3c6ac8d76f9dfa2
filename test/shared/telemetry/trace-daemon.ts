import { createSocket } from 'node:dgram';
import { once } from 'node:events';
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
    async part() {
      const [header, body] = String((await once(socket, 'message'))[0]).split('\n');
      if (header !== '{"format":"json","version":1}') throw new Error(`No trace: ${header}`);
      return Part.parse(JSON.parse(body ?? ''));
    },
    close: () => socket.close(),
  };
}
