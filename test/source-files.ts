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
      const imports = [...text.matchAll(IMPORT)].map((match) => {
        const specifier = match[1] ?? match[2] ?? match[3] ?? '';
        if (specifier.startsWith('#')) return specifier.slice(1);
        return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
      });
      return { path, text, lines: text.trimEnd().split('\n').length, imports };
    });
}
