import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchDiskSpace } from '#cdk/local/disk/disk-space.ts';
import { temporaryFolder } from './support/state.ts';

const MEGABYTE = 1024 * 1024;

/** A disk with so many megabytes free, of which the reserve takes its own. */
function disk(free: number) {
  const folder = temporaryFolder();
  const said: boolean[] = [];
  const reserve = () => statSync(join(folder, 'reserve'), { throwIfNoEntry: false })?.size ?? 0;
  const state = { free };
  const space = watchDiskSpace(
    folder,
    (isFull) => said.push(isFull),
    () => state.free * MEGABYTE - reserve(),
  );
  onTestFinished(() => space.close());
  const with_ = (next: number) => {
    state.free = next;
    space.look();
    return { isFull: space.isFull(), reserve: reserve() / MEGABYTE };
  };
  return { space, said, reserve, with: with_ };
}

test('a disk with room holds a reserve, and gives it up when it is full', () => {
  const { said, with: free } = disk(1_000);
  expect(free(1_000)).toEqual({ isFull: false, reserve: 48 });
  expect(free(113)).toEqual({ isFull: false, reserve: 48 });
  expect(free(111)).toEqual({ isFull: true, reserve: 0 });
  expect(said).toEqual([true]);
});

test('what was given back does not make it free again, and only room for the reserve does', () => {
  const { said, with: free } = disk(1_000);
  free(100);
  expect(free(100)).toEqual({ isFull: true, reserve: 0 });
  expect(free(144)).toEqual({ isFull: true, reserve: 0 });
  expect(free(145)).toEqual({ isFull: false, reserve: 48 });
  expect(said).toEqual([true, false]);
});

test('a disk that is full from the beginning is full at once', () => {
  const { space, said, reserve } = disk(10);
  expect(space.isFull()).toBe(true);
  expect(said).toEqual([]);
  expect(reserve()).toBe(0);
});
