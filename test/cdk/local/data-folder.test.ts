import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '#cdk/local/data-folder.ts';
import { openState } from '#cdk/local/state/state.ts';
import { temporaryFolder } from './support/state.ts';

const mode = (path: string) => statSync(path).mode & 0o777;
/** Root lets the user of Postgres pass through. */
const CLOSED = process.getuid?.() === 0 ? 0o711 : 0o700;

test('a new data folder is closed to other users, whatever the umask', () => {
  const before = process.umask(0);
  try {
    const folder = join(temporaryFolder(), 'above', 'data');
    openDataFolder(folder);
    expect(mode(folder)).toBe(CLOSED);
  } finally {
    process.umask(before);
  }
});

test('files and folders that an earlier version left readable are closed', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  for (const name of ['state.sqlite', 'state.sqlite-wal', 'functions.log']) {
    writeFileSync(join(folder, name), 'secret', { mode: 0o644 });
  }
  mkdirSync(join(folder, 's3'), { mode: 0o755 });
  openDataFolder(folder);
  expect(mode(folder)).toBe(CLOSED);
  expect(
    ['state.sqlite', 'state.sqlite-wal', 'functions.log'].map((n) => mode(join(folder, n))),
  ).toEqual([0o600, 0o600, 0o600]);
  expect(mode(join(folder, 's3'))).toBe(0o700);
});

test('the state and the files that SQLite writes beside it are for their owner alone', () => {
  const folder = temporaryFolder();
  const state = openState(folder);
  state.database.exec('create table lots (name text)');
  expect(mode(join(folder, 'state.sqlite'))).toBe(0o600);
  expect(mode(join(folder, 'state.sqlite-wal'))).toBe(0o600);
  state.close();
});
