import { once } from 'node:events';
import { createServer } from 'node:http';
import { forecastOf, type Town } from './open-meteo-forecast.ts';
import { search } from './open-meteo-places.ts';

export interface OpenMeteoServer {
  readonly url: string;
  readonly port: number;
  /** Paths with queries, as they came. */
  readonly asked: URL[];
  /** From now on every answer is this; undefined: as usual. */
  answer?: { readonly status: number; readonly body: unknown } | undefined;
  /** What a forecast is before it is sent. */
  distort?: ((reply: Record<string, unknown>) => unknown) | undefined;
  /** Holds answers back until it resolves. */
  until?: Promise<unknown> | undefined;
  /** Throws when it was asked what it was not told. */
  close(): void;
}

export const OVER_LIMIT = {
  status: 429,
  body: {
    error: true,
    reason: 'Minutely API request limit exceeded. Please try again in one minute.',
  },
};

/** Open-Meteo's forecast and geocoder on this machine: its questions, its answers, its errors. */
export async function startOpenMeteo(
  towns: readonly Town[],
  now: () => number = Date.now,
): Promise<OpenMeteoServer> {
  const asked: URL[] = [];
  const unexpected: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://open-meteo.test');
    asked.push(url);
    await fake.until;
    const { status, body } = fake.answer ?? answerOrRefuse(url);
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });

  function answerOrRefuse(url: URL): { readonly status: number; readonly body: unknown } {
    try {
      return { status: 200, body: answerTo(url) };
    } catch (error) {
      unexpected.push(String(error));
      return { status: 400, body: { error: true, reason: String(error) } };
    }
  }

  function answerTo({ pathname, searchParams }: URL): unknown {
    const query = Object.fromEntries(searchParams);
    if (pathname === '/v1/search') return search(query, towns);
    const town = towns.find((each) => isThere(each, query));
    if (pathname !== '/v1/forecast' || town === undefined) {
      throw new Error(`Open-Meteo was told nothing of ${pathname}?${searchParams}`);
    }
    const reply = forecastOf(town, query, now());
    return fake.distort === undefined ? reply : fake.distort(reply);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const fake: OpenMeteoServer = {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
      if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    },
  };
  return fake;
}

function isThere({ latitude, longitude }: Town, query: Record<string, string>): boolean {
  const near = (a: number, b: string | undefined) => Math.abs(a - Number(b)) < 0.02;
  return near(latitude, query.latitude) && near(longitude, query.longitude);
}
