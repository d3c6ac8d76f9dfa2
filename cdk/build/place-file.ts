import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Another disk, a file system without links, or one that has enough of them. */
const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK']);

/**
 * Puts a file, or all that is in a folder, in another place. It is linked where that can be: models and
 * lexicons lie beside many bundles, and copies of them are some 400 MB, which took most of a build.
 */
export function placeFile(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) placeFile(join(from, name), join(to, name));
    return;
  }
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!CANNOT_LINK.has(code)) throw error;
    copyFileSync(from, to);
  }
}
