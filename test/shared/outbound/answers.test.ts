import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchOutbound, type OutboundRequest, textOf } from '#shared/outbound/outbound.ts';
import { type LocalServer, localServer } from './local-network.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };

function get({ url, network }: LocalServer, more: Partial<OutboundRequest> = {}) {
  return fetchOutbound({ url, accept: ['text/html'], allowHttp: true, ...more }, network);
}

test('a page comes whole, with where it was in the end', async () => {
  const server = await localServer((request, response) => {
    if (request.url === '/') response.writeHead(301, { location: '/cake?for=two#top' }).end();
    else response.writeHead(200, html).end('<h1>Sernik żółty</h1>');
  });
  const answer = await get(server);
  expect(answer).toMatchObject({ ok: true, status: 200, mediaType: 'text/html' });
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.url).toBe(`${server.url}/cake?for=two`);
  expect(textOf(answer)).toBe('<h1>Sernik żółty</h1>');
});

test('it says who asks, and nothing about the household', async () => {
  let seen: NodeJS.Dict<string | string[]> = {};
  const server = await localServer((request, response) => {
    seen = request.headers;
    response.writeHead(200, { ...html, 'set-cookie': 'a=b' }).end();
  });
  await get(server);
  await get(server, { headers: { 'accept-language': 'pl' } });
  expect(seen['user-agent']).toMatch(/^FoodSave-AI\//);
  expect(seen['accept-language']).toBe('pl');
  expect(Object.keys(seen).sort()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('an answer of 404 is an answer', async () => {
  const server = await localServer((_, response) => response.writeHead(404, html).end('none'));
  expect(await get(server)).toMatchObject({ ok: true, status: 404 });
});

test('old pages are read in their own charset, unknown ones as UTF-8', () => {
  expect(textOf({ bytes: Buffer.from([0xbf, 0xf3, 0xb3]), charset: 'iso-8859-2' })).toBe('żół');
  expect(textOf({ bytes: Buffer.from('żół'), charset: 'klingon' })).toBe('żół');
});

describe('nothing is read without bound', () => {
  test('a fourth redirect', async () => {
    let asked = 0;
    const server = await localServer((_, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${asked}` }).end();
    });
    expect(await get(server)).toMatchObject({ ok: false, reason: 'too-many-redirects' });
    expect(asked).toBe(4);
  });

  test('a body over the limit, whatever its header says', async () => {
    const server = await localServer((_, response) => {
      response.writeHead(200, html);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await get(server, { maxBytes: 50_000 })).toMatchObject({ reason: 'too-large' });
  });

  test('a small file that unpacks to a big one', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(30_000);
    const server = await localServer((_, response) => {
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await get(server, { maxBytes: 1_000_000 })).toMatchObject({ reason: 'too-large' });
  });

  test('a server that never ends', async () => {
    const server = await localServer((_, response) => {
      response.writeHead(200, html).write('<');
    });
    expect(await get(server, { timeoutMs: 100 })).toMatchObject({ reason: 'timeout' });
  });

  test('a server that never begins', async () => {
    const server = await localServer(() => undefined);
    expect(await get(server, { timeoutMs: 100 })).toMatchObject({ reason: 'timeout' });
  });
});

test.each([
  [{ 'content-type': 'application/octet-stream' }, 'type-refused'],
  [{ 'content-type': 'text/html-but-not' }, 'type-refused'],
  [{}, 'type-refused'],
  [{ ...html, 'content-encoding': 'gzip, gzip' }, 'encoding-refused'],
  [{ ...html, 'content-encoding': 'zstd' }, 'encoding-refused'],
])('headers %j are %s', async (headers, reason) => {
  const server = await localServer((_, response) => {
    response.writeHead(200, headers as Record<string, string>).end('<p>');
  });
  expect(await get(server)).toMatchObject({ ok: false, reason });
});

test('gzip that is none, and a connection that breaks, are unreachable', async () => {
  const broken = await localServer((_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no gzip');
  });
  expect(await get(broken)).toMatchObject({ ok: false, reason: 'unreachable' });
  const torn = await localServer((request) => request.socket.destroy());
  expect(await get(torn)).toMatchObject({ ok: false, reason: 'unreachable' });
});
