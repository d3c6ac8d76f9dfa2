import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireRoom } from '#cdk/local/disk/room-to-start.ts';
import { temporaryFolder } from './support/state.ts';

const MEGABYTE = 1024 * 1024;
const free = (megabytes: number) => () => megabytes * MEGABYTE;

test('a first start says how much it needs', () => {
  const folder = temporaryFolder();
  expect(() => requireRoom(folder, free(299))).toThrow(
    /The disk of .* is full: 299 MB are free\. The first start needs 300 MB; make room/,
  );
  requireRoom(folder, free(300));
});

test('a later one starts on a disk that is nearly full, and says so on one that is', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'credentials.json'), '{}');
  requireRoom(folder, free(24));
  expect(() => requireRoom(folder, free(23))).toThrow(/23 MB are free\. A start needs 24 MB/);
});
