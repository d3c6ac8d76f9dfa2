import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from '#cdk/command.ts';
import { sourceStamp } from './source-stamp.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** What `-c name=value` says. */
export type Context = Readonly<Record<string, string>>;

/**
 * Builds all functions and synthesizes the app for stage `local`, both offline; what was made from the
 * same sources and the same context is taken as it lies there, which is half of a start.
 * @returns the directory of the cloud assembly.
 */
export async function synthesize(context: Context = {}): Promise<string> {
  const outdir = resolve(root, 'build/cdk.out');
  const stampFile = resolve(root, 'build/cdk.out.stamp');
  const stamp = `${sourceStamp(root)} ${JSON.stringify(context)}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return outdir;
  // Gone until all is made anew: a build that was cut off is none.
  rmSync(stampFile, { force: true });
  await node('build', [resolve(root, 'cdk/build/build.ts')], {});
  await synthesizeApp(outdir, context);
  writeFileSync(stampFile, stamp);
  return outdir;
}

/** Synthesizes the app for stage `local` from the functions as they were built last. */
export async function synthesizeApp(outdir: string, context: Context): Promise<void> {
  await node('synthesis', [resolve(root, 'cdk/app.ts')], {
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, stage: 'local' }),
    // Checked by the tests on every stage; here it would only cost start-up time.
    CDK_VALIDATION: 'false',
  });
}

async function node(what: string, args: string[], env: Record<string, string>): Promise<void> {
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new CommandError(`The ${what} failed.\n${stderr}`, { cause });
  }
}
