import { expect, test } from 'vitest';
import { readLogLine } from '#cdk/cli/logs/log-line.ts';
import { clockTime } from '#cdk/cli/logs/log-text.ts';
import { traceText } from '#cdk/cli/trace/trace-text.ts';
import { traceTree } from '#cdk/cli/trace/trace-tree.ts';
import { TRACE_WORDS } from '#cdk/cli/trace/trace-words.ts';

const START = Date.parse('2026-11-28T19:51:00Z');

/** Lines in the order in which they are written: who is called ends first. */
const LINES = [
  {
    ...{ message: 'agent', service: 'chef', coldStart: true },
    trace: {
      ...{ spanId: 'agent', parentId: 'invoke', start: START + 20, ms: 400 },
      ...{ modelCalls: 1, modelMs: 350 },
      spans: [{ id: 'model', parentId: 'agent', name: 'model server/m', at: 30, ms: 350 }],
    },
  },
  {
    ...{ message: 'request', service: 'chat', method: 'POST', route: '/api/v1/chat', status: 200 },
    trace: {
      ...{ spanId: 'request', parentId: 'of-the-client', start: START, ms: 500 },
      ...{ queries: 3, queryMs: 9.5 },
      spans: [
        { id: 'load', parentId: 'request', name: 'load', at: 2, ms: 8.25, queries: 2, queryMs: 6 },
        { id: 'invoke', parentId: 'request', name: 'invoke agents/chef', at: 15, ms: 410 },
      ],
    },
  },
  {
    ...{ message: 'message', service: 'index-documents', level: 'ERROR' },
    trace: { spanId: 'message', parentId: 'request', start: START + 1500, ms: 12, waitMs: 90 },
  },
].map((line) => readLogLine(JSON.stringify(line)));

test('functions and steps stand below what caused them, with times counted from the first', () => {
  expect(traceText('request-1', traceTree(LINES), TRACE_WORDS.en).split('\n')).toEqual([
    `Request request-1 at ${clockTime(START)}: 1.51 s, 3 functions, SQL 3: 9.5 ms, models 1: 350 ms`,
    '',
    'chat POST /api/v1/chat 200    +0.0 ms     500 ms  SQL 3: 9.5 ms',
    '├─ load                       +2.0 ms     8.3 ms  SQL 2: 6.0 ms',
    '├─ invoke agents/chef          +15 ms     410 ms',
    '│  └─ chef                     +20 ms     400 ms                    cold start',
    '│     └─ model server/m        +50 ms     350 ms',
    '└─ index-documents            +1.50 s      12 ms                    in the queue 90 ms  FAILED',
  ]);
});

test('of what was killed the rest is shown', () => {
  const [agent] = LINES;
  const roots = traceTree(agent === undefined ? [] : [agent]);
  expect(roots.map(({ name, children }) => [name, children.length])).toEqual([['chef', 1]]);
});
