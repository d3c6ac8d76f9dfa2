import { globSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/**
 * Every Lambda of the project, found by its handler: `functions/api/pantry/handler.ts` is `api/pantry`.
 * Sorted, so that two builds of the same tree are the same.
 */
export function findFunctions(root: string): string[] {
  return globSync('functions/*/*/handler.ts', { cwd: root })
    .map((file) => dirname(file).split(sep).slice(1).join('/'))
    .sort();
}
