import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** What came, as a server sees it. */
export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A server of whoever wants to be told, on this machine. */
export function webhookReceiver() {
  const received: Received[] = [];
  let status = 204;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url = `http://127.0.0.1:${address.port}/hook`;
  });
  afterAll(() => void server.close());
  return {
    url: () => url,
    /** What came since it was last asked. */
    taken: () => received.splice(0),
    /** It answers so from now on. */
    answers(code: number) {
      status = code;
    },
  };
}

/** Whether a request was signed with the key that its receiver was shown, as the specification checks it. */
export function isSigned({ headers, body }: Received, shown: string): boolean {
  const key = Buffer.from(shown.replace('whsec_', ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const signature = createHmac('sha256', key).update(content).digest('base64');
  return headers['webhook-signature'] === `v1,${signature}`;
}
