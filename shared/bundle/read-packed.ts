import { existsSync, readFileSync } from 'node:fs';

/**
 * What the build has reckoned from our own data and put beside the bundle (`made` in
 * cdk/build/beside-bundle.ts), so that no instance reckons it anew. Undefined where the sources run as
 * they are: there the caller reckons it.
 * @param file `./data/lexicon.bin`
 * @param module `import.meta.url` of the calling module
 */
export function readPacked(file: string, module: string): Buffer | undefined {
  const path = new URL(file, module);
  return existsSync(path) ? readFileSync(path) : undefined;
}
