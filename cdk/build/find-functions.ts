import { globSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';

/**
 * The programs that a function starts in processes of their own, each beside its handler:
 * `functions/agents/ocr/read-program.ts` is `read-program`.
 */
export function findPrograms(root: string, path: string): string[] {
  return globSync(`functions/${path}/*-program.ts`, { cwd: root })
    .map((file) => basename(file, '.ts'))
    .sort();
}

/**
 * Every Lambda of the project, found by its handler: `functions/api/pantry/handler.ts` is `api/pantry`.
 * Sorted, so that two builds of the same tree are the same.
 */
export function findFunctions(root: string): string[] {
  return globSync('functions/*/*/handler.ts', { cwd: root })
    .map((file) => dirname(file).split(sep).slice(1).join('/'))
    .sort();
}
