import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { LAYER_PACKAGES } from '#cdk/build/layer-packages.ts';
import type { Platform } from '#cdk/build/platform.ts';
import { installFor } from './install-for.ts';
import { type LayerStamp, layerDirectory, readStamp, stampFile } from './layer-stamp.ts';
import { packageClosure } from './package-closure.ts';
import { isUnneeded } from './unneeded.ts';

/** Lambda's limit for a function with all its layers, unzipped; the OCR bundle with its models gets 30 MB of it. */
const MAX_BYTES = 220 * 1024 * 1024;

/**
 * Copies the imaging packages with all they need to `<out>/layers/imaging/nodejs/node_modules`.
 * Kept as it is while lockfile, platform and these scripts stay the same.
 * @throws when it would be too large for Lambda.
 */
export function buildImagingLayer(
  root: string,
  out: string,
  platform: Platform,
): LayerStamp & { reused: boolean } {
  const lockfile: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const folders = packageClosure(lockfile, LAYER_PACKAGES.imaging.packages);
  const hash = hashOf(folders, platform);
  const before = readStamp(out);
  if (before?.hash === hash) return { ...before, reused: true };

  const here = platform.os === process.platform && platform.cpu === process.arch;
  const source = here ? root : installFor(platform, root, out);
  const target = join(layerDirectory(out), 'nodejs');
  rmSync(stampFile(out), { force: true });
  rmSync(layerDirectory(out), { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // An optional package of another platform is in the lockfile, but not installed.
  for (const folder of [...folders.keys()].filter((each) => existsSync(join(source, each)))) {
    const name = folder.slice('node_modules/'.length);
    copyPackage(join(source, folder), join(target, folder), name, platform);
  }
  const bytes = sizeOf(target);
  if (bytes > MAX_BYTES) {
    throw new Error(`The imaging layer is ${bytes} bytes; Lambda takes ${MAX_BYTES}`);
  }
  writeFileSync(stampFile(out), JSON.stringify({ hash, bytes }));
  return { hash, bytes, reused: false };
}

/** Nested `node_modules` have their own entries in the closure. */
function copyPackage(source: string, target: string, name: string, platform: Platform): void {
  cpSync(source, target, {
    recursive: true,
    filter: (file) => {
      const inside = file.slice(source.length).replaceAll('\\', '/');
      return !inside.startsWith('/node_modules') && !isUnneeded(`${name}${inside}`, platform);
    },
  });
}

function hashOf(folders: ReadonlyMap<string, string>, platform: Platform): string {
  const scripts = globSync('*.ts', { cwd: import.meta.dirname })
    .sort()
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([[...folders].sort(), platform, scripts]))
    .digest('hex');
}

function sizeOf(directory: string): number {
  return globSync('**/*', { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
