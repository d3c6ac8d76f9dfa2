import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '#test/temporary-directory.ts';
import { minimalBuild, STAGES } from './synthesized.ts';

/**
 * No proxy, no registry, no credentials: a network that answers nothing. nag.test.ts checks every stage
 * against AwsSolutions; one stage does here as well, as a deployment would.
 */
function environment(build: string, stage: string, validation = 'false') {
  const out = temporaryDirectory();
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: tmpdir(),
    FOODSAVE_BUILD_DIR: build,
    CDK_VALIDATION: validation,
    CDK_OUTDIR: out,
    CDK_CONTEXT_JSON: JSON.stringify({ stage }),
    HTTPS_PROXY: 'http://127.0.0.1:9',
  };
  return { out, env };
}

/** @returns the text of the stage's template */
function synthesized(stage: string): string {
  const { out, env } = environment(minimalBuild(), stage, String(stage === 'production'));
  execFileSync(process.execPath, ['cdk/app.ts'], { env });
  return readFileSync(join(out, `FoodSave-${stage}.template.json`), 'utf8');
}

test.each(STAGES.filter((stage) => stage !== 'household'))(
  'stage %s synthesizes offline, without credentials',
  (stage) => {
    expect(Object.keys(JSON.parse(synthesized(stage)).Resources).length).toBeGreaterThan(100);
  },
);

test('stage household does too, and the same sources make the same template', () => {
  const first = synthesized('household');
  expect(Object.keys(JSON.parse(first).Resources).length).toBeGreaterThan(100);
  expect(synthesized('household')).toBe(first);
});

test('a bundle that was not built stops the synthesis with its name', () => {
  const build = minimalBuild();
  rmSync(join(build, 'functions/api/pantry'), { recursive: true });
  const { env } = environment(build, 'household');
  const { status, stderr } = spawnSync(process.execPath, ['cdk/app.ts'], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/functions\/api\/pantry\/index\.cjs is missing: run npm run build/);
});

test('a layer that was not built stops the synthesis with its name', () => {
  const build = minimalBuild();
  rmSync(join(build, 'layers'), { recursive: true });
  const { env } = environment(build, 'household');
  const { status, stderr } = spawnSync(process.execPath, ['cdk/app.ts'], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/layers\/imaging is missing: run npm run build/);
});
