import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { echo, gateway, raw, streamed } from './gateway.ts';

const MB = 1024 * 1024;

async function problemOf(reply: Response) {
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  const problem = await reply.json();
  const { pathname } = new URL(reply.url);
  const requestId = reply.headers.get('x-request-id');
  expect(problem).toEqual({ status: reply.status, instance: pathname, requestId });
  return reply.status;
}

test('an address without a route is answered by the template, for HEAD and OPTIONS too', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo', path: '/lots' }]);
  expect(await problemOf(await fetch(`${url}/nothing`))).toBe(404);
  expect(await problemOf(await fetch(`${url}/lots/more`))).toBe(404);
  expect(await problemOf(await fetch(`${url}/lots/more`, { method: 'OPTIONS' }))).toBe(404);
  const head = await fetch(`${url}/lots/more`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([404, '']);
});

test('what a client writes into an address does not end the text it is put into', async () => {
  const { port } = await gateway({ echo }, [{ functionName: 'echo', path: '/lots' }]);
  const reply = await raw(
    port,
    'GET /a"b\\c{d}?q="e HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  );
  expect(JSON.parse(/\r\n\r\n(?:\w+\r\n)?(\{.*\})/s.exec(reply)?.[1] ?? '')).toMatchObject({
    status: 404,
    instance: '/a%22b%5Cc%7Bd%7D',
  });
});

test('more than 10 MB are refused, with and without Content-Length, and the reply arrives', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const declared = await fetch(url, { method: 'POST', body: Buffer.alloc(26 * MB) });
  expect(await problemOf(declared)).toBe(413);
  const unsaid = await new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST' }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    sending.on('error', reject);
    for (let sent = 0; sent < 12; sent++) sending.write(Buffer.alloc(MB));
    sending.end();
  });
  expect(unsaid).toBe(413);
});

test('a body that makes the event larger than Lambda takes is refused', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const reply = await fetch(url, { method: 'POST', body: Buffer.alloc(5 * MB) });
  expect(await problemOf(reply)).toBe(413);
});

test.each([
  ['no HTTP at all', ['hello\r\n\r\n']],
  ['headers beyond all measure', [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`]],
  ['no Host', ['GET / HTTP/1.1\r\nconnection: close\r\n\r\n']],
  ['a request for a proxy', ['CONNECT a:443 HTTP/1.1\r\nhost: a\r\n\r\n']],
  ['a broken chunk', ['POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n']],
])('%s is a bad request with an id', async (_what, parts) => {
  const { port } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const reply = await raw(port, ...parts);
  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect(reply).toMatch(/content-type: application\/problem\+json\r\n/i);
  expect(reply).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/i);
});

const GET = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';

/** The statuses of all replies on one connection. */
const statuses = (replies: string) =>
  [...replies.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

test('what is no HTTP on a kept connection is a bad request too, after the replies to what came before', async () => {
  const { port } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const together = await raw(port, `${GET}${GET}hello\r\n\r\n`);
  expect(statuses(together)).toEqual([200, 200, 400]);
  expect(together).toMatch(/"instance":"\/","requestId":"[0-9a-f-]{36}"\}$/);

  const socket = connect(port, '127.0.0.1');
  let replies = '';
  socket.on('data', (bytes) => {
    replies += bytes.toString();
    // The last chunk of the first reply.
    if (replies.endsWith('0\r\n\r\n')) socket.write('GET / HTTP/9\r\n\r\nmore\r\n');
  });
  socket.write(GET);
  await once(socket, 'close');
  expect(statuses(replies)).toEqual([200, 400]);
});

test('a broken chunk after a whole request is answered after its reply', async () => {
  const { port } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const broken = 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n';
  expect(statuses(await raw(port, `${GET}${broken}`))).toEqual([200, 400]);
});

test('a client that disconnects while sending does not harm the gateway', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo' }]);
  await new Promise<void>((resolve) => {
    const sending = request(url, { method: 'POST', headers: { 'content-length': '1000' } });
    sending.on('error', () => resolve());
    sending.write('half', () => sending.destroy(new Error('gone')));
  });
  expect((await fetch(url, { method: 'POST', body: 'whole' })).status).toBe(200);
});

test('a function past its timeout is answered 504, and its later output is dropped', async () => {
  const slow = `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    await new Promise((r) => setTimeout(r, 250));
    awslambda.HttpResponseStream.from(stream, { statusCode: 200 }).end('late');
  });
  exports.buffered = (event) => new Promise((r) => setTimeout(r, 250));`;
  const { url } = await gateway({ slow, echo }, [
    { functionName: 'slow', timeoutMs: 200 },
    { functionName: 'echo', path: '/echo' },
  ]);
  expect(await problemOf(await fetch(url))).toBe(504);
  // Its late words have come by now: the next event of the same instance is answered.
  expect(await problemOf(await fetch(url))).toBe(504);
  expect((await fetch(`${url}/echo`)).status).toBe(200);
});

test.each([
  ['throws', "throw new Error('secret detail');", undefined],
  ['ends its process', 'process.exit(1);', undefined],
  [
    'throws a text outside of its promise',
    "setImmediate(() => { throw 'text'; }); await new Promise(() => {});",
    undefined,
  ],
  [
    'says a header that HTTP does not allow',
    'stream.end();',
    "{ statusCode: 200, headers: { 'x-a': 'a\\nb', 'content-length': '9' } }",
  ],
  ['says a status that HTTP does not have', 'stream.end();', '{ statusCode: 42 }'],
])('a function that %s is a bad gateway without details', async (_what, body, metadata) => {
  const bundle = metadata
    ? streamed(body, metadata)
    : `exports.handler = awslambda.streamifyResponse(async (event, stream) => { ${body} });`;
  const { url } = await gateway({ bundle }, [{ functionName: 'bundle' }]);
  expect(await problemOf(await fetch(url))).toBe(502);
  expect(await problemOf(await fetch(url))).toBe(502);
});

test('a function that answers a streaming integration with no stream is a bad gateway', async () => {
  const { url } = await gateway(
    {
      plain: 'exports.handler = async () => ({ statusCode: 200 });',
      bare: "exports.handler = awslambda.streamifyResponse(async (event, stream) => stream.end('no prelude'));",
    },
    [{ functionName: 'plain' }, { functionName: 'bare', path: '/bare' }],
  );
  expect(await problemOf(await fetch(url))).toBe(502);
  expect(await problemOf(await fetch(`${url}/bare`))).toBe(502);
});
