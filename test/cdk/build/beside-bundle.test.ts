import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BESIDE } from '#cdk/build/beside-bundle.ts';
import { sourceFiles } from '#test/source-files.ts';

test('every table that a module reads from beside it is copied beside its bundles', () => {
  const reading = sourceFiles('shared', 'functions').flatMap(({ path, text }) =>
    [...text.matchAll(/readBeside\(\s*'(\.\/[^']+)'/g)].map((match) => ({
      path,
      table: join(dirname(path), match[1] ?? ''),
    })),
  );
  expect(reading.length).toBeGreaterThan(0);
  const forgotten = reading.filter(({ path, table }) => {
    return !BESIDE[path]?.from.some((from) => table === from || table.startsWith(`${from}/`));
  });
  expect(forgotten).toEqual([]);
});
