import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildDirectory } from '#cdk/build/build-directory.ts';
import type { FunctionPath } from '#cdk/functions.ts';

/**
 * The built bundle of a function. Without it the template is still synthesized, for code that only
 * reads it, but `cdk synth` and `cdk deploy` fail with the name of what is missing.
 */
export function bundleOf(scope: Construct, path: FunctionPath): Code {
  const folder = join(buildDirectory(), 'functions', path);
  if (existsSync(join(folder, 'index.cjs'))) return Code.fromAsset(folder);
  Annotations.of(scope).addError(`${folder}/index.cjs is missing: run npm run build`);
  return Code.fromInline(`throw new Error('The bundle of ${path} was not built');`);
}
