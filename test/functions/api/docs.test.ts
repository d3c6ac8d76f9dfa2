import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { PAGE, viewerFile } from '#shared/docs/viewer.ts';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';

let handler: StreamingHandler;
beforeAll(async () => {
  process.env[ENV.version] = '0.1.0';
  ({ handler } = await import('#functions/api/docs/handler.ts'));
});

const FOLDER = pathToFileURL(`${import.meta.dirname}/../../../node_modules/swagger-ui-dist/`);

test('serves a page that may load nothing from anywhere else', async () => {
  const { status, headers, text } = await call(handler, { resource: '/docs' });
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
  });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(text).not.toMatch(/https?:|<script>/);
});

test('has every file that the page asks for', async () => {
  const names = [...PAGE.matchAll(/(?:src|href)="docs\/([^"]+)"/g)].map(([, name = '']) => name);
  expect(names).toHaveLength(4);
  for (const name of names) {
    const { body, gzipped } = await viewerFile(FOLDER, name);
    expect(body.length).toBeGreaterThan(10);
    expect(gunzipSync(gzipped).equals(body)).toBe(true);
  }
});

test.each(['package.json', '../package.json', '..%2fpackage.json', '__proto__', ''])(
  'serves no other file: %s',
  async (file) => {
    const answer = await call(handler, { resource: '/docs/{file}', params: { file } });
    expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
  },
);

test('answers a GET with content the browser can cache and unpack', async () => {
  const what = { resource: '/docs/{file}', params: { file: 'start.js' } };
  const packed = await call(handler, { ...what, headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(packed.bytes).toString()).toContain('openapi.json');
  const plain = await call(handler, what);
  expect(plain.text).toContain('openapi.json');
});
