import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const Entry = z.object({
  integrity: z.optional(z.string()),
  resolved: z.optional(z.string()),
  inBundle: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  os: z.optional(z.array(z.string())),
});
const Lockfile = z.object({ packages: z.record(z.string(), Entry) });
const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const packages = Object.entries(Lockfile.parse(read('package-lock.json')).packages).filter(
  ([path]) => path !== '',
);
/** Bundled in the package above them, whose hash covers them, or for a platform the registry lacked. */
const unhashed = packages.filter(([, { integrity }]) => integrity === undefined);

test('lockfile-lint finds nothing: https, sha512, no host but npm’s own', () => {
  const names = unhashed.map(([path]) => path.split('node_modules/').at(-1) ?? path);
  const said = execFileSync(
    process.execPath,
    [
      'node_modules/lockfile-lint/bin/lockfile-lint.js',
      ...['--path', 'package-lock.json', '--type', 'npm', '--validate-https'],
      ...['--allowed-hosts', 'npm', '--validate-integrity', '--integrity-exclude', ...names],
    ],
    { encoding: 'utf8' },
  );
  expect(said).toContain('No issues detected');
});

test('only what is bundled or for another platform goes without a hash', () => {
  const others = unhashed.filter(([, each]) => !each.inBundle && !(each.optional && each.os));
  expect(others.map(([path]) => path)).toEqual([]);
});

test('no committed file says where packages come from, and versions are exact', () => {
  expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/registry|_auth/i);
  const { dependencies, devDependencies } = Manifest.parse(read('package.json'));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  }
});
