import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { type LogLine, readLogLine } from '#cdk/cli/logs/log-line.ts';
import { type TraceNode, traceTree } from '#cdk/cli/trace/trace-tree.ts';
import { newHousehold } from './shared-system.ts';
import { ended } from './system.ts';

const system = newHousehold();
const LOG = join(inject('sharedSystem').data, 'functions.log');

function linesOf(requestId: string): LogLine[] {
  return readFileSync(LOG, 'utf8')
    .split('\n')
    .filter((line) => line.includes(requestId))
    .map(readLogLine);
}

/** What took part in a request, once this function has: work behind queues goes on after the reply. */
async function nodesUntil(requestId: string, last: string): Promise<TraceNode[]> {
  for (;;) {
    const nodes = traceTree(linesOf(requestId)).flatMap(withAllBelow);
    if (nodes.some(({ kind, name }) => kind === 'function' && name === last)) return nodes;
    await pause(100);
  }
}

function withAllBelow(node: TraceNode): TraceNode[] {
  return [node, ...node.children.flatMap(withAllBelow)];
}

const functionsOf = (nodes: readonly TraceNode[]) =>
  new Set(nodes.filter(({ kind }) => kind === 'function').map(({ name }) => name.split(' ')[0]));

function post(path: string, requestId: string, body: object, headers: object = {}) {
  return system.fetch(path, {
    method: 'POST',
    headers: { 'x-request-id': requestId, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

test('a message to the chat: its request is found in the authorizer, the chat and the agent, with every step', async () => {
  const reply = await post('/api/v1/chat', 'trace-of-a-chat', { message: 'co na obiad?' });
  await reply.text();
  expect([reply.status, reply.headers.get('x-request-id')]).toEqual([200, 'trace-of-a-chat']);
  const nodes = await nodesUntil('trace-of-a-chat', 'chat POST /api/v1/chat 200');
  expect(functionsOf(nodes)).toEqual(new Set(['authorizer', 'chat', 'chef']));
  const chat = nodes.find(({ name }) => name.startsWith('chat '));
  const steps = ['authorise', 'load', 'route', 'invoke agents/chef', 'gate', 'remember', 'reply'];
  const names = chat?.children.map(({ name }) => name);
  expect(names).toHaveLength(steps.length);
  expect(names).toEqual(expect.arrayContaining(steps));
  const invoke = chat?.children.find(({ name }) => name.startsWith('invoke'));
  expect(invoke?.children.map(({ name }) => name)).toEqual(['chef']);
  expect(chat?.queries).toBeGreaterThan(0);
});

test('a message that is answered later: in the worker of the queue and in its agent too', async () => {
  const headers = { prefer: 'respond-async' };
  const reply = await post('/api/v1/chat', 'trace-of-later', { message: 'cześć' }, headers);
  expect(reply.status, await reply.text()).toBe(202);
  const nodes = await nodesUntil('trace-of-later', 'answer-message');
  const took = ['authorizer', 'chat', 'answer-message', 'conversation'];
  expect(functionsOf(nodes)).toEqual(new Set(took));
  const worker = nodes.find(({ name }) => name === 'answer-message');
  expect(worker?.waitMs).toBeGreaterThanOrEqual(0);
});

test('an upload: in the queue’s worker, in every step of its workflow, and in the index behind the outbox', async () => {
  const sent = await system.fetch('/api/v2/upload?kind=document', {
    method: 'POST',
    headers: { 'x-request-id': 'trace-of-an-upload', 'content-type': 'text/markdown' },
    body: '# Czajnik\n\nOctu nie używaj, bo niszczy uszczelkę okienka.\n',
  });
  const { uploadId } = JSON.parse(await sent.text());
  expect((await ended(system, uploadId)).status).toBe('done');
  const nodes = await nodesUntil('trace-of-an-upload', 'index-documents');
  const steps = ['extract-document', 'chunk-document'];
  const took = ['authorizer', 'upload', 'start-receipt', ...steps, 'index-documents'];
  for (const name of took) expect(functionsOf(nodes)).toContain(name);
  // One tree: each is below what caused it, up to the request.
  const upload = nodes.find(({ name }) => name.startsWith('upload '));
  const below = functionsOf(upload === undefined ? [] : withAllBelow(upload));
  for (const name of took.slice(1)) expect(below).toContain(name);
});
