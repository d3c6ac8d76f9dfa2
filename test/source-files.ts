import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A source file of the project. */
export interface SourceFile {
  /** `shared/pantry/lot.ts` */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports: project files by path, packages by name. */
  readonly imports: readonly string[];
  /** Those of them that are still there at run time: all but `import type` and `export type`. */
  readonly runtimeImports: readonly string[];
}

const IMPORT =
  /^(?:import|export)\s[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Every TypeScript file below the given folders; what is data or made by others is left out. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`))
    .filter((path) => !path.split('/').includes('data'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const found = [...text.matchAll(IMPORT)].map((match) => {
        const specifier = match[1] ?? match[2] ?? match[3] ?? '';
        return { path: fileOf(specifier, path), typeOnly: isTypeOnly(match[0]) };
      });
      return {
        path,
        text,
        lines: text.trimEnd().split('\n').length,
        imports: found.map((one) => one.path),
        runtimeImports: found.filter(({ typeOnly }) => !typeOnly).map((one) => one.path),
      };
    });
}

function fileOf(specifier: string, from: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier;
}

/** `import type { A }`, or `import { type A, type B }`, of which nothing is left at run time. */
function isTypeOnly(statement: string): boolean {
  if (/^(import|export)\s+type\b/.test(statement)) return true;
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1]?.split(',') ?? [];
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}
