import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { AlreadyRunningError, openState } from '#cdk/local/state/state.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

test('opening the same folder twice is an error', () => {
  const folder = temporaryFolder();
  const first = openState(folder);
  const script = `
    const { openState } = await import(${JSON.stringify(resolve('cdk/local/state/state.ts'))});
    try { openState(${JSON.stringify(folder)}); console.log('opened'); } catch (error) { console.log(error.name); }`;
  const other = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString();
  expect(other().trim()).toBe(AlreadyRunningError.name);
  first.close();
  expect(other().trim()).toBe('opened');
});

test('a transaction that throws leaves nothing behind, and nested ones are part of it', () => {
  const state = openState(temporaryFolder());
  state.database.exec('CREATE TABLE kept (n INTEGER)');
  const insert = (n: number) => state.database.prepare('INSERT INTO kept VALUES (?)').run(n);
  expect(() =>
    state.transaction(() => {
      insert(1);
      state.transaction(() => insert(2));
      throw new Error('no');
    }),
  ).toThrow('no');
  state.transaction(() => insert(3));
  expect(state.database.prepare('SELECT n FROM kept').all()).toEqual([{ n: 3 }]);
  state.close();
});
