import { readFileSync } from 'node:fs';

/**
 * Reads a JSON file that lies beside the calling module, and (cdk/build/beside-bundle.ts copies it)
 * beside every bundle with that module. For data that most requests do not need: in the bundle, each
 * cold start would parse it. The caller validates and caches it.
 * @param file `./data/rules.json`
 * @param module `import.meta.url` of the calling module
 */
export function readBeside(file: string, module: string): unknown {
  return JSON.parse(readFileSync(new URL(file, module), 'utf8'));
}
