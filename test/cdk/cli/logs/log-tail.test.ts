import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LogTail } from '#cdk/cli/logs/log-tail.ts';
import { openLog } from '#cdk/local/log.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

function tailOf(path: string): LogTail {
  const tail = new LogTail(path);
  onTestFinished(() => tail.close());
  return tail;
}

test('a line is read once it is ended, a letter that was cut in two included', () => {
  const path = join(temporaryFolder(), 'functions.log');
  const bytes = Buffer.from('{"n":"żółw"}\n');
  writeFileSync(path, bytes.subarray(0, 7)); // in the middle of the ż
  const tail = tailOf(path);
  expect(tail.newLines()).toEqual([]);
  appendFileSync(path, bytes.subarray(7));
  expect(tail.newLines()).toEqual(['{"n":"żółw"}']);
  expect(tail.newLines()).toEqual([]);
});

test('no line is lost or read twice while the log starts over', () => {
  const path = join(temporaryFolder(), 'functions.log');
  const log = openLog(path, 'SILENT', 100);
  const tail = tailOf(path);
  const read: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    log.line('pantry', 'i', `{"n":${n},"filling":"0123456789"}`);
    if (n % 2 === 0) read.push(...tail.newLines());
  }
  read.push(...tail.newLines());
  expect(read.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test('what was kept before is older, and not read twice when it has its new name already', () => {
  const path = join(temporaryFolder(), 'functions.log');
  writeFileSync(`${path}.1`, 'older\n');
  writeFileSync(path, 'newer\n');
  const tail = tailOf(path);
  expect([...tail.older(), ...tail.newLines()]).toEqual(['older', 'newer']);

  renameSync(path, `${path}.1`);
  writeFileSync(path, 'newest\n');
  expect([...tail.older(), ...tail.newLines()]).toEqual(['newest']);
});

test('a log that is not there yet is waited for', () => {
  const path = join(temporaryFolder(), 'functions.log');
  const tail = tailOf(path);
  expect([...tail.older(), ...tail.newLines()]).toEqual([]);
  writeFileSync(path, 'first\n');
  expect(tail.newLines()).toEqual(['first']);
});
