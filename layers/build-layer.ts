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
import { isUnneeded } from './imaging/unneeded.ts';
import { installFor } from './install-for.ts';
import { stripLibraries } from './lancedb/strip-elf.ts';
import { isUnneededForSearch } from './lancedb/unneeded.ts';
import {
  type LayerName,
  type LayerStamp,
  layerDirectory,
  readStamp,
  stampFile,
} from './layer-stamp.ts';
import { packageClosure } from './package-closure.ts';

interface LayerSpec {
  /** Of the 262,144,000 bytes that Lambda takes, what the bundles beside the layer and their data leave. */
  readonly maxBytes: number;
  isUnneeded(path: string, platform: Platform): boolean;
  /** Makes what was copied smaller. */
  readonly shrink?: (directory: string) => void;
}

const LAYERS: Readonly<Record<LayerName, LayerSpec>> = {
  // The OCR bundle with its networks takes 30 MB.
  imaging: { maxBytes: 220 * 1024 * 1024, isUnneeded },
  // The sentence vectors' network and data take 35 MB.
  lancedb: {
    maxBytes: 225_000_000,
    isUnneeded: isUnneededForSearch,
    shrink: stripLibraries,
  },
};

/**
 * Copies the packages of a layer with all they need to `<out>/layers/<name>/nodejs/node_modules`.
 * Kept as it is while lockfile, platform and these scripts stay the same.
 * @throws when it would be too large for Lambda.
 */
export function buildLayer(
  name: LayerName,
  root: string,
  out: string,
  platform: Platform,
): LayerStamp & { reused: boolean } {
  const lockfile: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const folders = packageClosure(lockfile, LAYER_PACKAGES[name].packages);
  const layer = LAYERS[name];
  const hash = hashOf(name, folders, platform);
  const before = readStamp(out, name);
  if (before?.hash === hash) return { ...before, reused: true };

  const here = platform.os === process.platform && platform.cpu === process.arch;
  const source = here ? root : installFor(platform, root, out);
  const target = join(layerDirectory(out, name), 'nodejs');
  rmSync(stampFile(out, name), { force: true });
  rmSync(layerDirectory(out, name), { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // An optional package of another platform is in the lockfile, but not installed.
  for (const folder of [...folders.keys()].filter((each) => existsSync(join(source, each)))) {
    const packageName = folder.slice('node_modules/'.length);
    copyPackage(join(source, folder), join(target, folder), (inside) =>
      layer.isUnneeded(`${packageName}${inside}`, platform),
    );
  }
  layer.shrink?.(target);
  const bytes = sizeOf(target);
  if (bytes > layer.maxBytes) {
    throw new Error(`The layer ${name} is ${bytes} bytes; Lambda takes ${layer.maxBytes}`);
  }
  writeFileSync(stampFile(out, name), JSON.stringify({ hash, bytes }));
  return { hash, bytes, reused: false };
}

/** Nested `node_modules` have their own entries in the closure. */
function copyPackage(source: string, target: string, unneeded: (inside: string) => boolean): void {
  cpSync(source, target, {
    recursive: true,
    filter: (file) => {
      const inside = file.slice(source.length).replaceAll('\\', '/');
      return !inside.startsWith('/node_modules') && !unneeded(inside);
    },
  });
}

function hashOf(name: LayerName, folders: ReadonlyMap<string, string>, platform: Platform): string {
  const scripts = globSync(['*.ts', `${name}/*.ts`], { cwd: import.meta.dirname })
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
