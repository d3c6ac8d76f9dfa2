import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { echo, gateway, streamed } from './gateway.ts';

const Event = z.looseObject({
  body: z.nullable(z.string()),
  isBase64Encoded: z.boolean(),
  requestContext: z.looseObject({ requestId: z.string() }),
});

test('a function gets path, query and headers as API Gateway sends them', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo', path: '/lots/{lotId}' }]);
  const reply = await fetch(`${url}/lots/a%20b?q=1&q=2&leer=`, {
    headers: { 'X-Kind': 'za' },
  });
  const event = Event.parse(await reply.json());
  expect(event).toMatchObject({
    resource: '/lots/{lotId}',
    path: '/lots/a%20b',
    httpMethod: 'GET',
    pathParameters: { lotId: 'a b' },
    queryStringParameters: { q: '2', leer: '' },
    multiValueQueryStringParameters: { q: ['1', '2'], leer: [''] },
    headers: { 'X-Kind': 'za' },
    multiValueHeaders: { 'X-Kind': ['za'] },
    body: null,
    isBase64Encoded: false,
    requestContext: {
      resourcePath: '/lots/{lotId}',
      identity: { sourceIp: '127.0.0.1' },
    },
  });
  expect(reply.headers.get('x-amzn-requestid')).toBe(event.requestContext.requestId);
});

test('every body reaches the function as base64, byte for byte', async () => {
  const { url } = await gateway({ echo }, [{ functionName: 'echo' }]);
  const body = Buffer.from([0, 255, 10, 13, 128, 7]);
  const event = Event.parse(await (await fetch(url, { method: 'POST', body })).json());
  expect(event.isBase64Encoded).toBe(true);
  expect(Buffer.from(event.body ?? '', 'base64')).toEqual(body);
});

test.each(['constructor', '__proto__', 'toString'])(
  'a header or query named %s is only a name',
  async (name) => {
    const { url } = await gateway({ echo }, [{ functionName: 'echo' }]);
    const reply = await fetch(`${url}/?${name}=1`, {
      headers: { [name === '__proto__' ? 'x' : name]: '1' },
    });
    expect(reply.status).toBe(200);
    expect(Event.parse(await reply.json())).toMatchObject({ httpMethod: 'GET' });
  },
);

test('status, headers and cookies of a reply are passed on, and bytes are left alone', async () => {
  const bytes = streamed(
    'stream.write(Buffer.from([255, 0])); stream.end(Buffer.from([1]));',
    "{ statusCode: 418, headers: { 'X-A': 'b' }, cookies: ['a=1', 'b=2'] }",
  );
  const { url } = await gateway({ bytes }, [{ functionName: 'bytes' }]);
  const reply = await fetch(url);
  expect(reply.status).toBe(418);
  expect(reply.headers.get('x-a')).toBe('b');
  expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([...new Uint8Array(await reply.arrayBuffer())]).toEqual([255, 0, 1]);
});

test('a buffered integration passes on a proxy reply, base64 and repeated headers included', async () => {
  const buffered = `exports.handler = async () => ({ statusCode: 201, isBase64Encoded: true,
    body: Buffer.from([9, 200]).toString('base64'), headers: { 'x-a': 1 },
    multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] } });`;
  const { url } = await gateway({ buffered }, [{ functionName: 'buffered', streaming: false }]);
  const reply = await fetch(url);
  expect(reply.status).toBe(201);
  expect(reply.headers.get('x-a')).toBe('1');
  expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([...new Uint8Array(await reply.arrayBuffer())]).toEqual([9, 200]);
});
