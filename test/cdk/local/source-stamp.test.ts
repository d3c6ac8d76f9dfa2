import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceStamp } from '#cdk/local/source-stamp.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

function project(): string {
  const root = temporaryDirectory();
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'cdk.json']) {
    writeFileSync(join(root, file), '{}');
  }
  mkdirSync(join(root, 'shared/money'), { recursive: true });
  writeFileSync(join(root, 'shared/money/money.ts'), 'export const a = 1;');
  return root;
}

test('the same sources have the same stamp, wherever they lie', () => {
  expect(sourceStamp(project())).toBe(sourceStamp(project()));
});

test('a changed, a new and a renamed file change it, and so does another lockfile', () => {
  const root = project();
  const file = join(root, 'shared/money/money.ts');
  const stamps = [sourceStamp(root)];
  const change = (work: () => void) => {
    work();
    stamps.push(sourceStamp(root));
  };
  change(() => writeFileSync(file, 'export const a = 2;'));
  change(() => writeFileSync(join(root, 'shared/money/more.ts'), ''));
  change(() => renameSync(file, join(root, 'shared/money/cash.ts')));
  change(() => writeFileSync(join(root, 'package-lock.json'), '{ }'));
  expect(new Set(stamps).size).toBe(5);
});
