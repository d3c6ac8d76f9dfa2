import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SecretStore } from '#cdk/local/secrets/secret-store.ts';
import { sentenceOf } from '#cdk/local/state/say-repair.ts';
import { openState } from '#cdk/local/state/state.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

const ROWS = 2_000;

/** A folder that was used: a state of many pages, and a secret in its first table. */
function usedFolder() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'credentials.json'), '{}');
  const state = openState(folder);
  state.database.exec('CREATE TABLE secret (arn TEXT PRIMARY KEY, value TEXT NOT NULL)');
  state.database.exec("INSERT INTO secret VALUES ('owner', 'the password')");
  state.database.exec('CREATE TABLE message (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = state.database.prepare('INSERT INTO message (body) VALUES (?)');
  state.transaction(() => {
    for (let row = 0; row < ROWS; row += 1) insert.run(`message ${row} `.padEnd(100, 'x'));
  });
  state.close();
  return { folder, path: join(folder, 'state.sqlite') };
}

/** Zeroes some of a file, by its share: 0.5 is the middle. */
function damage(path: string, at: number, bytes: number): void {
  const content = readFileSync(path);
  content.fill(0, Math.floor(content.length * at), Math.floor(content.length * at) + bytes);
  writeFileSync(path, content);
}

test('a state that is whole is left as it is, and so is a folder that was never used', () => {
  const { folder } = usedFolder();
  const whole = openState(folder);
  expect(whole.repair).toEqual({ kind: 'none' });
  expect(sentenceOf(whole.repair)).toBeUndefined();
  whole.close();
  const fresh = openState(temporaryFolder());
  expect(fresh.repair).toEqual({ kind: 'none' });
  fresh.close();
});

test('pages in the middle that are lost cost what was on them, not the secrets', () => {
  const { folder, path } = usedFolder();
  damage(path, 0.5, 8_192);
  const state = openState(folder);
  expect(state.repair).toMatchObject({ kind: 'damaged', kept: `${path}.damaged` });
  expect(sentenceOf(state.repair)).toMatch(/was damaged.*rows.*state\.sqlite\.damaged/);
  expect(existsSync(`${path}.damaged`)).toBe(true);
  const [secret] = state.database.prepare('SELECT value FROM secret').all();
  expect(secret?.value).toBe('the password');
  const [left] = state.database.prepare('SELECT count(*) AS rows FROM message').all();
  expect(Number(left?.rows)).toBeGreaterThan(0);
  expect(Number(left?.rows)).toBeLessThan(ROWS);
  state.close();
  const next = openState(folder);
  expect(next.repair).toEqual({ kind: 'none' });
  next.close();
});

test.each([
  ['whose beginning is lost', (path: string) => damage(path, 0, 200)],
  [
    'that is something else',
    (path: string) => writeFileSync(path, 'no database at all'.repeat(99)),
  ],
])('a state %s is replaced by an empty one, and kept', (_, spoil) => {
  const { folder, path } = usedFolder();
  spoil(path);
  const state = openState(folder);
  expect(state.repair).toEqual({ kind: 'damaged', kept: `${path}.damaged`, rows: 0 });
  // Whatever uses it makes its tables.
  new SecretStore(state, [{ arn: 'a', value: 'b', generate: undefined }]);
  state.close();
});

test.each([
  ['deleted', (path: string) => rmSync(path)],
  ['emptied', (path: string) => writeFileSync(path, '')],
])('a state that was %s is made anew, and it is said', (_, spoil) => {
  const { folder, path } = usedFolder();
  spoil(path);
  const state = openState(folder);
  expect(state.repair).toEqual({ kind: 'missing' });
  expect(sentenceOf(state.repair)).toMatch(/was missing.*untouched/);
  state.close();
});
