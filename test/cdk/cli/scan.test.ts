import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '#cdk/local/http/listen.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

const uploadId = '01890000-0000-7000-8000-000000000001';
const upload = (status: string) => ({
  uploadId,
  kind: 'receipt',
  status,
  progress: { step: 1, of: 6 },
  location: `/api/v2/upload/${uploadId}`,
  createdAt: '2026-11-24T12:00:00.000Z',
  updatedAt: '2026-11-24T12:00:00.000Z',
});

const document = {
  id: uploadId,
  title: 'Sernik',
  fileName: 'sernik.md',
  format: 'markdown',
  status: 'ready',
  language: 'pl',
  pages: null,
  pagesRead: 0,
  unreadPages: [],
  passages: 2,
  characters: 900,
  uploadId,
  createdAt: '2026-11-24T12:00:00.000Z',
};

/** Runs `npm run scan` against an API that returns given answers. */
async function scan(apiUrl: string, path = 'test/data/receipts/Receipt_6.jpeg') {
  const data = temporaryDirectory();
  const [token, householdId] = ['t', uploadId];
  const local = { apiUrl, issuerUrl: apiUrl, token, householdId, pid: 1, endpoints: {} };
  writeFileSync(join(data, 'local.json'), JSON.stringify(local));
  const args = ['cdk/run.mjs', 'scan', path];
  const env = { ...process.env, FOODSAVE_DATA: data, NODE_NO_WARNINGS: '1' };
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stderr }) => ({ code: Number(code), stdout: '', stderr: String(stderr) }),
  );
}

async function api(stream: (response: ServerResponse) => void) {
  const server = await listen(0, async (request, response) => {
    request.resume();
    if (request.method === 'POST') response.end(JSON.stringify(upload('queued')));
    else stream(response);
  });
  onTestFinished(() => server.close());
  return server.url;
}

const say = (response: ServerResponse, status: string) =>
  response.write(`event: status\ndata: ${JSON.stringify(upload(status))}\n\n`);

test('a system that stops meanwhile is a sentence, not a stack', async () => {
  const url = await api((response) => {
    say(response, 'reading');
    setImmediate(() => response.destroy());
  });
  const { code, stderr } = await scan(url);
  expect(code).toBe(1);
  expect(stderr).toContain('reading the photograph');
  expect(stderr).toContain('The system stopped meanwhile. After the next npm start it goes on');
  expect(stderr).not.toContain('    at ');
});

test('a stream that ends before the upload does is followed by another', async () => {
  const statuses = ['reading', 'saving', 'failed'];
  const url = await api((response) => {
    say(response, statuses.shift() ?? 'failed');
    response.end();
  });
  const { code, stderr } = await scan(url);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/reading .*saving .*It ended as failed/s),
  ]);
});

test('a text is sent as a document, and what it became is one line', async () => {
  const path = join(temporaryDirectory(), 'sernik.md');
  writeFileSync(path, '# Sernik');
  let sent = '';
  const server = await listen(0, async (request, response) => {
    if (request.method === 'POST') {
      for await (const part of request.setEncoding('utf8')) sent += part;
      response.end(JSON.stringify({ ...upload('queued'), kind: 'document' }));
    } else if (request.url?.includes('/rag/documents/')) response.end(JSON.stringify(document));
    else {
      const done = { ...upload('done'), kind: 'document', documentId: uploadId };
      response.end(`event: status\ndata: ${JSON.stringify(done)}\n\n`);
    }
  });
  onTestFinished(() => server.close());
  const { code, stdout } = await scan(server.url, path);
  expect(sent).toMatch(
    /name="kind"\s+document\s.*filename="sernik.md"\s+Content-Type: text\/markdown/s,
  );
  expect([code, stdout]).toEqual([0, 'Sernik (pl, 2 passages)\n']);
});

test('nothing running is a sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  const { code, stderr } = await scan(`http://127.0.0.1:${port}`);
  expect(code).toBe(1);
  expect(stderr).toContain('does not answer. Is npm start still running?');
});
