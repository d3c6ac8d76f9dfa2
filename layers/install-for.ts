import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '#cdk/build/platform.ts';

/**
 * A folder with the lockfile's packages for another platform, fetched by npm once and kept.
 * Needed only when deploying from a machine that is not Linux on x64.
 * @returns the folder that holds `node_modules`.
 */
export function installFor(platform: Platform, root: string, out: string): string {
  const folder = join(out, 'layers', `npm-${platform.os}-${platform.cpu}`);
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(root, file), join(folder, file));
  }
  execFileSync(
    'npm',
    [
      'ci',
      '--omit=dev',
      '--ignore-scripts',
      `--os=${platform.os}`,
      `--cpu=${platform.cpu}`,
      '--libc=glibc',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return folder;
}
