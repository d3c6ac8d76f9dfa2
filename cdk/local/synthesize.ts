import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from './cli/connection.ts';
import { sourceStamp } from './source-stamp.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/**
 * Builds all functions and synthesizes the app for stage `local`, both offline; what was made from the
 * same sources is taken as it lies there, which is half of a start.
 * @returns the directory of the cloud assembly.
 */
export async function synthesize(): Promise<string> {
  const outdir = resolve(root, 'build/cdk.out');
  const stampFile = resolve(root, 'build/cdk.out.stamp');
  const stamp = sourceStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return outdir;
  // Gone until all is made anew: a build that was cut off is none.
  rmSync(stampFile, { force: true });
  await node('build', [resolve(root, 'cdk/build/build.ts')], {});
  await node('synthesis', [resolve(root, 'cdk/app.ts')], {
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ stage: 'local' }),
    // Checked by the tests on every stage; here it would only cost start-up time.
    CDK_VALIDATION: 'false',
  });
  writeFileSync(stampFile, stamp);
  return outdir;
}

async function node(what: string, args: string[], env: Record<string, string>): Promise<void> {
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new CommandError(`The ${what} failed.\n${said}`, { cause });
  }
}
