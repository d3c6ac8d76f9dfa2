import { readFileSync } from 'node:fs';

/**
 * A data table that lies beside the asking module, and (cdk/build/beside-bundle.ts copies it) beside
 * every bundle that carries the module. For tables that most requests never look at: bundled, each
 * cold start would read them. The caller checks the form and keeps what it makes of it.
 * @param file `./data/rules.json`
 * @param module `import.meta.url` of the asking module
 */
export function readBeside(file: string, module: string): unknown {
  return JSON.parse(readFileSync(new URL(file, module), 'utf8'));
}
