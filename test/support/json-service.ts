import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly url: string;
  /** `AmazonSQS.SendMessage`; empty for requests that are not AWS JSON. */
  readonly target: string;
  /** `Bearer …`, or empty. */
  readonly authorization: string;
  readonly body: string;
}

interface Told {
  readonly status: number;
  readonly body?: unknown;
}

export interface JsonService {
  readonly url: string;
  readonly asked: Asked[];
  close(): void;
}

/** A fake third-party service: records requests and returns the given answer. */
export async function startJsonService(
  answer: (asked: Asked) => Told | Promise<Told>,
): Promise<JsonService> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const now = {
      method: request.method ?? '',
      url: request.url ?? '',
      target: String(request.headers['x-amz-target'] ?? ''),
      authorization: request.headers.authorization ?? '',
      body: await text(request),
    };
    asked.push(now);
    const { status, body } = await answer(now);
    response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, asked, close: () => server.close() };
}
