import { expect, test } from 'vitest';
import { VersionedCache } from '#shared/recipes/rank/versioned-cache.ts';

/** A source that says how often it was read. */
function source(version: string) {
  const reads: string[] = [];
  const read = async () => {
    reads.push(version);
    return { version, value: `${version} ${reads.length}` };
  };
  return { reads, read };
}

test('a version is read once', async () => {
  const cache = new VersionedCache<string>(2);
  const { reads, read } = source('1');
  expect(await cache.get('a', '1', read)).toBe('1 1');
  expect(await cache.get('a', '1', read)).toBe('1 1');
  expect(reads).toHaveLength(1);
  expect(await cache.get('a', '2', source('2').read)).toBe('2 1');
});

test('what was read is kept under the version that it was read in', async () => {
  const cache = new VersionedCache<string>(2);
  // Between the question for the version and the read, something came; then it went again.
  expect(await cache.get('a', '1', source('2').read)).toBe('2 1');
  expect(await cache.get('a', '1', source('1').read)).toBe('1 1');
});

test('the least used household is forgotten first', async () => {
  const cache = new VersionedCache<string>(2);
  const { reads, read } = source('1');
  for (const household of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(household, '1', read);
  expect(reads).toHaveLength(4);
});
