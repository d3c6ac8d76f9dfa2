import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { brave } from '#shared/web-search/brave.ts';
import { configuredSearches } from '#shared/web-search/configured-searches.ts';
import { plainQuote } from '#shared/web-search/plain-quote.ts';
import { searxng } from '#shared/web-search/searxng.ts';
import { wikipedia } from '#shared/web-search/wikipedia.ts';
import { type SearchServers, startSearchServers } from '#test/support/search-servers.ts';

let servers: SearchServers;
const page = { title: 'Jicama', url: 'https://pages.example/jicama', text: 'A root.' };
const found = { title: 'Jicama', url: 'https://pages.example/jicama', quote: 'A root.' };

beforeAll(async () => {
  servers = await startSearchServers();
  for (const server of ['wikipedia-pl', 'searxng', 'brave']) servers.tell(server, 'jicama', [page]);
  vi.stubEnv(ENV.wikipediaUrl, `${servers.url}/{language}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  servers.close();
});
beforeEach(() => {
  servers.broken = undefined;
});

const deps = () => ({ outbound: fetchOutbound, breakers: processStore() });

test('each server is asked in its own way, and all give the same kind of page', async () => {
  const key = async () => 'a-key';
  const searches = [
    wikipedia(deps()),
    searxng(servers.url, deps()),
    brave(key, deps(), servers.url),
  ];
  for (const search of searches)
    expect(await search.find('jicama', 'pl'), search.name).toEqual({ hits: [found] });
  // The key goes to the one server that it is for.
  expect(servers.asked.map(({ server, key: sent }) => [server, sent])).toEqual([
    ['wikipedia-pl', undefined],
    ['searxng', undefined],
    ['brave', 'a-key'],
  ]);
});

test('without its key Brave Search is not asked', async () => {
  const asked = servers.asked.length;
  const search = brave(() => Promise.reject(new Error('no secret')), deps(), servers.url);
  expect(await search.find('jicama', 'pl')).toEqual({ failed: 'there is no key' });
  expect(servers.asked).toHaveLength(asked);
});

test.each<[string, number | string]>([
  ['an error', 500],
  ['a limit', 429],
  ['what is no JSON', '<html>'],
  ['another form', '{"results": "none"}'],
  ['an error with status 200', '{"error": {"code": "badvalue"}}'],
])('%s is no answer', async (_, broken) => {
  servers.broken = broken;
  expect(await wikipedia(deps()).find('jicama', 'pl')).toHaveProperty('failed');
});

test('who failed three times in a row is left alone', async () => {
  servers.broken = 500;
  const search = wikipedia(deps());
  for (let at = 0; at < 3; at += 1) await search.find('jicama', 'pl');
  servers.broken = undefined;
  expect(await search.find('jicama', 'pl')).toEqual({ failed: 'its breaker is open' });
});

test('no server leads to another one, so that nobody else gets the key', async () => {
  let reached = 0;
  const other = createServer((_, response) => {
    reached += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  const leading = createServer((_, response) => {
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
  }).listen(0, '127.0.0.1');
  await Promise.all(
    [other, leading].map((one) => new Promise((done) => one.once('listening', done))),
  );
  const address = leading.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const search = brave(async () => 'a-key', deps(), `http://127.0.0.1:${port}`);
  expect(await search.find('jicama', 'pl')).toHaveProperty('failed');
  expect(reached).toBe(0);
  for (const one of [other, leading]) one.close();
});

describe('whom the environment lets be asked', () => {
  const redis = {
    getKeys: async () => [],
    setKey: async () => true,
    deleteKeys: async () => {},
    addToCounter: async () => 1,
  };
  const names = () =>
    configuredSearches({ outbound: fetchOutbound, redis, searchKey: async () => 'k' })().map(
      ({ name }) => name,
    );

  test('is Wikipedia, and beside it what is named; or nobody', () => {
    expect(names()).toEqual(['Wikipedia']);
    vi.stubEnv(ENV.searxngUrl, servers.url);
    vi.stubEnv(ENV.braveSecret, 'foodsave/brave');
    expect(names()).toEqual(['Wikipedia', 'SearXNG', 'Brave Search']);
    vi.stubEnv(ENV.webSearch, 'off');
    expect(names()).toEqual([]);
  });
});

test.each([
  ['<b>Lubczyk</b> &amp; seler', 'Lubczyk & seler'],
  ['see ![x](http://evil.example/?d=1) this', 'see ! x ( this'],
  ['a javascript:alert(1) b', 'a b'],
  ['plain\u202e words\u200b only', 'plain words only'],
  [42, '42'],
  [null, ''],
])('%j is quoted as %j', (given, quoted) => {
  expect(plainQuote(given)).toBe(quoted);
});

test('a quotation ends with a sentence', () => {
  const quoted = plainQuote(`${'Zdanie o soli. '.repeat(40)}`);
  expect(quoted.length).toBeLessThanOrEqual(300);
  expect(quoted).toMatch(/soli\.$/);
});
