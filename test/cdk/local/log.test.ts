import { existsSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLog } from '#cdk/local/log.ts';
import { temporaryFolder } from './support/state.ts';

const MAX = 1_000;
const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

function log(write: (file: number, bytes: Buffer) => number = writeSync) {
  const path = join(temporaryFolder(), 'functions.log');
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  return { path, said, log: openLog(path, 'INFO', MAX, write) };
}

test('it starts over while it is written, with one predecessor and no line lost between', () => {
  const { path, log: kept } = log();
  for (let line = 0; line < 60; line += 1)
    kept.line('pantry', 'r', `{"n":${line},"x":"${'x'.repeat(40)}"}`);
  const [now, before] = [linesOf(path), linesOf(`${path}.1`)];
  const numbers = [...before, ...now].map((line) => JSON.parse(line).n);
  expect(numbers.at(-1)).toBe(59);
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  for (const file of [path, `${path}.1`]) expect(statSync(file).size).toBeLessThanOrEqual(MAX);
  expect(existsSync(`${path}.2`)).toBe(false);
});

test('a full disk costs lines, says so once, and the next that is written counts them', async () => {
  let isFull = false;
  const {
    path,
    said,
    log: kept,
  } = log((file, bytes) => {
    if (!isFull) return writeSync(file, bytes);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  kept.line('pantry', 'r', '{"n":1}');
  isFull = true;
  for (let line = 2; line < 5; line += 1) kept.line('pantry', 'r', `{"n":${line}}`);
  isFull = false;
  kept.line('pantry', 'r', '{"n":5}');
  expect(linesOf(path).map((line) => JSON.parse(line))).toEqual([
    { n: 1 },
    { level: 'WARN', message: '3 lines could not be written' },
    { n: 5 },
  ]);
  expect(said.mock.calls).toEqual([[`${path} cannot be written now: the disk is full.`]]);
  await kept.close();
});

test('of a line that was written in part the next one stands apart', () => {
  let room = 4;
  const { path, log: kept } = log((file, bytes) => {
    if (room === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const written = writeSync(file, bytes.subarray(0, room));
    room -= written;
    return written;
  });
  kept.line('pantry', 'r', '{"torn":1}');
  room = 1_000;
  kept.line('pantry', 'r', '{"whole":1}');
  expect(linesOf(path)).toEqual([
    '{"to',
    '{"level":"WARN","message":"1 lines could not be written"}',
    '{"whole":1}',
  ]);
});
