import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { TYPES } from '#cdk/local/parts/parts.ts';
import { resourceType } from '#cdk/local/resources/resource-type.ts';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { openStack } from '#cdk/local/template/stack.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

export const place = {
  region: 'eu-central-1',
  accountId: '000000000000',
  sqsUrl: 'http://127.0.0.1:9324',
  issuerUrl: 'http://127.0.0.1:9400',
  database: { host: '127.0.0.1', port: 5433 },
};

/** A directory as `cdk synth` writes it, with one stack and one asset named `abc`. */
export function cloudAssembly(template: object, more: object = {}): string {
  const directory = temporaryFolder();
  const write = (file: string, value: object) =>
    writeFileSync(join(directory, file), JSON.stringify(value));
  mkdirSync(join(directory, 'asset.abc'));
  write('manifest.json', {
    version: '48.0.0',
    artifacts: {
      'Some.assets': { type: 'cdk:asset-manifest' },
      Some: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Some.template.json' },
      },
      ...more,
    },
  });
  write('Some.template.json', template);
  write('Some.assets.json', { files: { abc: { source: { path: 'asset.abc' } } } });
  return directory;
}

/** A type of these tests, which takes any property. */
const ANYTHING = resourceType({
  name: 'Test::Anything',
  honoured: z.looseObject({ value: z.optional(z.unknown()) }),
  ignored: {},
});

export const stackOf = (template: object) =>
  openStack(readAssembly(cloudAssembly(template)), place, [...TYPES, ANYTHING]);

/** What a value of the template is resolved to; `more` are other parts of that template. */
export function resolved(value: unknown, more: { Resources?: object } = {}): unknown {
  const { Resources, ...sections } = more;
  const subject = { Type: ANYTHING.name, Properties: { value } };
  const stack = stackOf({ ...sections, Resources: { ...Resources, Subject: subject } });
  return stack.all(ANYTHING)[0]?.properties.value;
}
