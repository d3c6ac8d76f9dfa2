import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { cycles, graphOf } from './cycles.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles('cdk', 'functions', 'layers', 'shared');
const known = new Set(files.map(({ path }) => path));

function arrows(from: readonly SourceFile[], kind: 'imports' | 'runtimeImports') {
  return from.flatMap(({ path, [kind]: imported }) =>
    imported.filter((to) => known.has(to)).map((to) => [path, to] as const),
  );
}

test('folders of shared/ point one way, types included', () => {
  const shared = files.filter(({ path }) => path.startsWith('shared/'));
  const imports = arrows(shared, 'imports');
  expect(imports.length).toBeGreaterThan(500);
  expect(cycles(graphOf(imports, dirname))).toEqual([]);
  // Whole concepts too: shared/recipes/rank counts as shared/recipes here.
  const concept = (path: string) => path.split('/').slice(0, 2).join('/');
  expect(cycles(graphOf(imports, concept))).toEqual([]);
});

test('no file imports itself by way of others at run time', () => {
  expect(cycles(graphOf(arrows(files, 'runtimeImports'), (path) => path))).toEqual([]);
});
