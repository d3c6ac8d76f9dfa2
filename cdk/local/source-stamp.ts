import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that bundles, layers and the template are made of. */
const SOURCES = ['cdk/**/*', 'functions/**/*', 'layers/**/*', 'shared/**/*'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'cdk.json'];

/** Changes with any source of the assembly, its name included, and with the Node that builds it. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256').update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  const found = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...found, ...FILES.map((name) => join(root, name))].sort()) {
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
