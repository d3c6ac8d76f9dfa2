import { expect, test } from 'vitest';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { pantryExamples } from '#shared/openapi/examples/pantry.ts';
import { Contract } from './contract.ts';
import { runRequests } from './run-requests.ts';

const document = openApiDocument(allRoutes, '0.1.0', 'http://api.test');
const contract = new Contract(document);
const PATH = '/api/v2/pantry/{lotId}';
const ONE_PATH = { [PATH]: document.paths[PATH] };
const LOT = pantryExamples.readLot.reply as object;
const JSON_REPLY = { 'content-type': 'application/json', 'x-request-id': '1' };
const PROBLEM = { ...JSON_REPLY, 'content-type': 'application/problem+json' };
const problem = (status: number, code: string) => ({
  ...{ type: `urn:foodsave:problem:${code}`, title: 'No', status, detail: 'No.' },
  ...{ instance: '/api/v2/pantry/1', code, requestId: '1' },
});
const read = (status: number, json: unknown, headers: Record<string, string>) =>
  contract.disagreements('GET', PATH, { status, headers, json });

test('what is as documented is no disagreement', () => {
  expect(read(200, LOT, { ...JSON_REPLY, etag: '"1"' })).toEqual([]);
  expect(read(404, problem(404, 'not-found'), PROBLEM)).toEqual([]);
  expect(read(500, problem(500, 'internal'), PROBLEM)).toEqual([]);
});

test.each<[what: string, found: string[], says: RegExp]>([
  ['a field too many', read(200, { ...LOT, secret: 1 }, { ...JSON_REPLY, etag: '"1"' }), /secret/],
  ['a field too few', read(200, { id: '1' }, { ...JSON_REPLY, etag: '"1"' }), /required property/],
  ['no ETag', read(200, LOT, JSON_REPLY), /no header ETag/],
  ['a Location', read(404, problem(404, 'not-found'), { ...PROBLEM, location: '/' }), /location/],
  ['another type', read(200, LOT, { ...PROBLEM, etag: '"1"' }), /content type/],
  ['another status', read(418, problem(418, 'teapot'), PROBLEM), /status 418/],
  ['another code', read(404, problem(404, 'gone-fishing'), PROBLEM), /code gone-fishing/],
  ['a problem without its code', read(404, { title: 'No' }, PROBLEM), /required property 'code'/],
])('%s is one', (_what, found, says) => {
  expect(found.join('\n')).toMatch(says);
});

test.each<[what: string, send: () => Promise<Response>, says: RegExp]>([
  ['a failure', async () => reply(500, problem(500, 'internal')), /500 .*internal/],
  ['a page of a proxy', async () => new Response('<html>', { status: 502 }), /content type/],
  ['silence', () => Promise.reject(new Error('timeout')), /no answer: timeout/],
  [
    'a refusal of what is allowed',
    async () => reply(400, problem(400, 'invalid-query')),
    /allowed/,
  ],
])('requests find %s', async (_what, send, says) => {
  const options = { requests: 20, seed: 1, patienceMs: 1000, send };
  const findings = await runRequests({ ...document, paths: ONE_PATH }, options);
  const found = findings.flatMap(({ disagreements }) => disagreements);
  expect(found.length).toBeGreaterThan(5);
  expect(found.join('\n')).toMatch(says);
});

function reply(status: number, json: unknown): Response {
  return new Response(JSON.stringify(json), { status, headers: PROBLEM });
}
