import { expect, test } from 'vitest';
import { readLogLine } from '#cdk/cli/logs/log-line.ts';
import { clockTime, logText, type Paint } from '#cdk/cli/logs/log-text.ts';

const plain: Paint = (_colour, text) => text;
const textOf = (line: object, paint = plain) => logText(readLogLine(JSON.stringify(line)), paint);
const timestamp = '2026-11-28T19:51:00.042Z';
const clock = clockTime(timestamp);

test('a request is told by its route, its times and what it asked', () => {
  const line = {
    ...{ level: 'INFO', message: 'request', timestamp, service: 'chat', requestId: 'request-1' },
    ...{ method: 'POST', route: '/api/v1/chat', status: 200, Duration: 812, Requests: 1, _aws: {} },
    ...{ household: 'h', coldStart: true },
    trace: {
      ...{ spanId: 's', start: 1, ms: 812.4, queries: 14, queryMs: 40.1 },
      ...{ modelCalls: 1, modelMs: 300, waitMs: 5 },
    },
  };
  expect(textOf(line)).toBe(
    `${clock} INFO  chat             request POST /api/v1/chat 200 812.4 ms SQL 14/40.1 ms ` +
      'model 1/300 ms queue 5 ms cold household=h request-1',
  );
});

test('a failure is told by its error and where it came from', () => {
  const stack = ['Error: no\n', ...Array.from({ length: 9 }, (_, at) => `    at f${at} (a.ts:1)`)];
  const error = { name: 'Error', message: 'no', stack: stack.join('\n') };
  const text = textOf({ level: 'ERROR', message: 'A request failed', timestamp, error });
  expect(text.split('\n').slice(1)).toEqual([
    '    Error: no',
    ...[0, 1, 2, 3, 4, 5].map((at) => `      at f${at} (a.ts:1)`),
  ]);
});

test('the level has a colour', () => {
  const paint: Paint = (colour, text) => `<${colour}>${text}</>`;
  expect(textOf({ level: 'ERROR', message: 'm' }, paint)).toContain('<red>ERROR</>');
  expect(textOf({ level: 'WARN', message: 'm' }, paint)).toContain('<yellow>WARN </>');
});

test('no line gives commands to the terminal', () => {
  const hostile = '\u001b[2J\u001b]0;title\u0007\u009b31m';
  const error = { name: hostile, message: hostile, stack: `x\n  at ${hostile}` };
  const line = { message: hostile, service: hostile, level: hostile, note: hostile, error };
  expect(textOf({ ...line, requestId: hostile })).not.toMatch(/[^\P{Cc}\n]/u);
});

test('what is no line of ours is shown as it is', () => {
  expect(logText(readLogLine('{"level":"INFO","mess'), plain)).toContain('{"level":"INFO","mess');
  expect(logText(readLogLine('{"trace": 7, "message": "m"}'), plain)).toContain('{"trace": 7');
});
