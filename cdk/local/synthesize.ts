import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from './cli/connection.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/**
 * Builds all functions and synthesizes the app for stage `local`, both offline.
 * @returns the directory of the cloud assembly.
 */
export async function synthesize(): Promise<string> {
  const outdir = resolve(root, 'build/cdk.out');
  await node('build', [resolve(root, 'cdk/build/build.ts')], {});
  await node('synthesis', [resolve(root, 'cdk/app.ts')], {
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ stage: 'local' }),
    // Checked by the tests on every stage; here it would only cost start-up time.
    CDK_VALIDATION: 'false',
  });
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
