import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { runRequests } from '#test/contract/run-requests.ts';
import { drawn } from '#test/support/drawn.ts';
import { pdfOf, pngOf, program, SECRET } from './hostile-files.ts';
import { file, form, json, linkRequest, part } from './hostile-requests.ts';
import { runningSystem } from './running-system.ts';
import { type Answer, ended, memoryMbOf, scan, tokenOf } from './system.ts';

const system = runningSystem();
const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
let memoryBefore = 0;
/** What a good photograph became before all the bad input came. */
let good: Answer;

beforeAll(async () => {
  good = await scan(system, new Uint8Array(photo));
  writeFileSync(`/proc/${system.local.pid}/clear_refs`, '5'); // forgets the most that was held
  memoryBefore = memoryMbOf(system, 'VmRSS');
});

type Refusal = readonly [what: string, init: () => RequestInit, status: number, code: string];

const Problem = z.looseObject({ code: z.string(), requestId: z.string(), title: z.string() });

/** Refused as problem+json with the status and code. */
async function expectRefusal(path: string, init: RequestInit, status: number, code: string) {
  const reply = await system.fetch(path, init);
  const problem = Problem.parse(await reply.json());
  expect([reply.status, problem.code]).toEqual([status, code]);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(problem).toMatchObject({
    status,
    requestId: expect.any(String),
    title: expect.any(String),
    instance: new URL(path, reply.url).pathname,
  });
  expect(JSON.stringify(problem)).not.toContain(SECRET);
}

test.each<Refusal>([
  ['an empty file', () => file(Buffer.alloc(0)), 400, 'file-empty'],
  ['half a JPEG', () => file(photo.subarray(0, 40_000)), 422, 'file-truncated'],
  ['a JPEG of ten bytes', () => file(photo.subarray(0, 10)), 422, 'file-truncated'],
  ['half a PNG', () => file(pngOf(800, 800).subarray(0, -12), 'image/png'), 422, 'file-truncated'],
  ['text', () => file(Buffer.from(`${SECRET} `.repeat(50)), 'text/plain'), 415, 'file-type'],
  ['a renamed program', () => file(program), 415, 'file-type'],
  ['260 megapixels', () => file(pngOf(20_000, 13_000), 'image/png'), 413, 'image-too-large'],
  ['300 × 12 pixels', () => file(pngOf(300, 12), 'image/png'), 422, 'image-too-small'],
  ['5 MB through the API', () => file(Buffer.alloc(5 << 20)), 413, 'too-large'],
  ['26 MB through the API', () => file(Buffer.alloc(26 << 20)), 413, 'too-large'],
  ['26 MB by link', () => linkRequest(26 << 20), 413, 'file-too-large'],
  ['a link for nothing', () => linkRequest(0), 400, 'invalid-body'],
  ['a form that is cut off', () => form(part('file', SECRET)), 400, 'multipart-broken'],
  ['a form without its boundary', () => form(part('file', SECRET), ''), 400, 'multipart-broken'],
  ['a form of something else', () => form(`${part('photo', 'x')}--b--`), 400, 'file-missing'],
  ['a form of an empty file', () => form(`${part('file', '')}--b--`), 400, 'file-empty'],
])('%s is refused', async (_what, init, status, code) => {
  await expectRefusal('/api/v2/upload?kind=receipt', init(), status, code);
});

const latin1 = new Uint8Array(Buffer.from(`{"product":{"name":"\xb3yko ${SECRET}"}}`, 'latin1'));

test.each<Refusal>([
  ['invalid UTF-8', () => json(latin1), 400, 'invalid-utf8'],
  ['no JSON', () => json(`{"name": ${SECRET}`), 400, 'invalid-json'],
  ['2 MB of JSON', () => json(`"${SECRET.repeat(170_000)}"`), 413, 'json-too-large'],
  ['11 MB of JSON', () => json(`"${SECRET.repeat(950_000)}"`), 413, 'too-large'],
  ['a thousand levels', () => json('['.repeat(1000) + ']'.repeat(1000)), 400, 'json-too-deep'],
  ['the wrong shape', () => json(`{"product":"${SECRET}"}`), 400, 'invalid-body'],
  ['another type', () => file(Buffer.from(SECRET), 'text/plain'), 415, 'not-json'],
])('%s is refused', async (_what, init, status, code) => {
  await expectRefusal('/api/v2/pantry', init(), status, code);
});

test('what is no HTTP is refused, and the gateway goes on', async () => {
  const socket = connect(Number(new URL(system.local.apiUrl).port), '127.0.0.1');
  socket.write(`${SECRET}\r\n\r\n`);
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
  expect((await system.fetch('/health/live')).status).toBe(200);
});

test('a wrong method is 405 with what is allowed, HEAD is GET without a body, and the rest is 404', async () => {
  const wrong = await system.fetch('/api/v2/profile', { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH']);
  await expectRefusal('/api/v2/profile', { method: 'PUT' }, 405, 'method-not-allowed');
  await expectRefusal('/api/v2/pantry/bookings', { method: 'DELETE' }, 405, 'method-not-allowed');
  for (const path of ['/health/live', '/api/v2/profile']) {
    const head = await system.fetch(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toContain('json');
  }
  await expectRefusal('/api/v2/nothing', {}, 404, 'not-found');
  await expectRefusal('/api/v2/nothing?q=1', { method: 'DELETE' }, 404, 'not-found');
});

test('unknown ids and those of another household are 404 alike', async () => {
  const token = await tokenOf(system.local.issuerUrl, system.data, 'a-stranger');
  const stranger = { authorization: `Bearer ${token}` };
  const unknownId = '01890000-0000-7000-8000-000000000001';
  for (const [path, headers] of [
    [`/api/v2/upload/${unknownId}`, {}],
    ['/api/v2/upload/no-id', {}],
    [`/api/v2/receipts/${unknownId}`, {}],
    [`/api/v2/upload/${good.uploadId}`, stranger],
  ] as const) {
    await expectRefusal(path, { headers }, 404, 'not-found');
  }
  await expectRefusal(`/api/v2/pantry/${unknownId}/consume`, json('{}'), 404, 'not-found');
  const theirs = await system.json('/api/v2/receipts', { headers: stranger });
  expect(theirs.items).toEqual([]);
});

describe('a token', () => {
  const good = { iss: '', aud: '', sub: 'local-owner', scope: 'read write admin' };
  const hour = () => Math.floor(Date.now() / 1000) + 3600;
  const sign = async (claims: object, alg = 'RS256', key?: Uint8Array) => {
    const pem = readFileSync(join(system.data, 'issuer-key.pem'), 'utf8');
    return new SignJWT({ ...good, ...claims })
      .setProtectedHeader({ alg, kid: 'local', typ: 'JWT' })
      .sign(key ?? (await importPKCS8(pem, 'RS256')));
  };
  beforeAll(() => {
    const claims = JSON.parse(
      Buffer.from(system.local.token.split('.')[1] ?? '', 'base64url').toString(),
    );
    Object.assign(good, { iss: claims.iss, aud: claims.aud });
  });
  const unsigned = () => {
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${text({ alg: 'none' })}.${text({ ...good, exp: hour() })}.`;
  };

  test('of the issuer itself is good, so what is refused below is refused for its fault', async () => {
    const headers = { authorization: `Bearer ${await sign({ exp: hour() })}` };
    expect((await system.fetch('/api/v2/profile', { headers })).status).toBe(200);
  });

  test.each<[what: string, token: () => Promise<string> | string]>([
    ['that has expired', () => sign({ exp: hour() - 7200 })],
    ['that never expires', () => sign({})],
    ['for another audience', () => sign({ exp: hour(), aud: 'somebody-else' })],
    ['of another issuer', () => sign({ exp: hour(), iss: 'http://127.0.0.1:1' })],
    ['signed with a shared word', () => sign({ exp: hour() }, 'HS256', Buffer.alloc(32, 'a'))],
    ['without a signature', unsigned],
    ['that is none', () => SECRET],
  ])('%s is 401', async (_what, token) => {
    const headers = { authorization: `Bearer ${await token()}` };
    await expectRefusal('/api/v2/profile', { headers }, 401, 'unauthorized');
  });

  test('without the scope is 403', async () => {
    const token = await sign({ exp: hour(), scope: 'read' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await expectRefusal('/api/v2/pantry', { ...json('{}'), headers }, 403, 'missing-scope');
  });
});

/** Sends a file by link, so that the workflow is the first to inspect it. */
async function scanByLink(bytes: Buffer): Promise<Answer> {
  const place = await system.json('/api/v2/upload', linkRequest(bytes.length));
  const put = await fetch(place.url, {
    method: 'PUT',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(bytes),
  });
  expect(put.status).toBe(200);
  return ended(system, place.uploadId);
}

test.each<[what: string, bytes: () => Buffer, code: string]>([
  ['a renamed program', () => program, 'file-type'],
  ['260 megapixels', () => pngOf(20_000, 13_000), 'image-too-large'],
  ['a single pixel', () => pngOf(1, 1), 'image-too-small'],
  ['a PDF with a password', () => pdfOf(1, { locked: true }), 'pdf-password'],
  ['a PDF of 1,000 pages', () => pdfOf(1000), 'pdf-too-long'],
  ['a PDF of nonsense', () => Buffer.from(`%PDF-1.4 ${SECRET.repeat(20)} %%EOF`), 'file-truncated'],
  ['a PNG with one row of its 800', () => pngOf(800, 800), 'image-damaged'],
])('%s that came by link fails for good and says why', async (_what, bytes, code) => {
  const upload = await scanByLink(bytes());
  expect([upload.status, upload.problem?.code]).toEqual(['failed', code]);
});

test('a PDF of 1,000 pages and one with a password through the API end the same', async () => {
  for (const [bytes, code] of [
    [pdfOf(1000), 'pdf-too-long'],
    [pdfOf(1, { locked: true }), 'pdf-password'],
  ] as const) {
    const { status, problem } = await scan(system, new Uint8Array(bytes));
    expect([status, problem?.code]).toEqual(['failed', code]);
  }
});

test('a link takes only what it was made for', async () => {
  const place = await system.json('/api/v2/upload', linkRequest(1000));
  const put = (body: Uint8Array<ArrayBuffer>, type: string) =>
    fetch(place.url, { method: 'PUT', headers: { 'content-type': type }, body });
  expect((await put(new Uint8Array(26 << 20), 'image/png')).status).toBe(403);
  expect((await put(new Uint8Array(1000), 'text/html')).status).toBe(403);
});

test('memory stayed bounded', () => {
  const grown = memoryMbOf(system, 'VmHWM') - memoryBefore;
  process.stdout.write(`memory: ${memoryBefore} MB before, at most ${grown} MB more\n`);
  expect(grown).toBeLessThan(400);
});

test('what was there before is there still, and the next photograph is read', async () => {
  const before = await system.json('/api/v2/receipts');
  expect(before.items.map(({ id }) => id)).toEqual([good.receiptId]);
  const next = await scan(
    system,
    new Uint8Array(readFileSync('test/data/receipts/receipt_id_21.jpg')),
  );
  const after = await system.json('/api/v2/receipts');
  expect(after.items.map(({ id }) => id)).toEqual([next.receiptId, good.receiptId]);
});

test('requests drawn from the API document are answered as it says', async () => {
  const findings = await runRequests(await (await system.fetch('/openapi.json')).json(), {
    requests: drawn(1500),
    seed: 4,
    patienceMs: 60_000,
    send: system.fetch,
  });
  expect(findings.flatMap(({ disagreements }) => disagreements)).toEqual([]);
});

test('no log and no terminal holds a body, a file, a name or a token', () => {
  const logs =
    readFileSync(join(system.data, 'functions.log'), 'utf8') + system.output().join('\n');
  expect(logs.split('\n').length).toBeGreaterThan(50);
  for (const secret of [SECRET, system.local.token, 'eyJ', 'Bearer ', 'X-Amz-Signature']) {
    // What the system itself greets its owner with is the one token that is shown.
    const seen = logs.replaceAll(`  Token    ${system.local.token}`, '').includes(secret);
    expect([secret.slice(0, 20), seen]).toEqual([secret.slice(0, 20), false]);
  }
});
