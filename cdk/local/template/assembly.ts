import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

const Resource = z.strictObject({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  Condition: z.optional(z.string()),
  /** Order and retention in a deployment; here every start is a new one. */
  DependsOn: z.optional(z.unknown()),
  CreationPolicy: z.optional(z.unknown()),
  DeletionPolicy: z.optional(z.unknown()),
  UpdatePolicy: z.optional(z.unknown()),
  UpdateReplacePolicy: z.optional(z.unknown()),
  Metadata: z.optional(z.unknown()),
});
export type TemplateResource = z.infer<typeof Resource>;

const anything = z.record(z.string(), z.unknown());

const Template = z.strictObject({
  Description: z.optional(z.string()),
  Parameters: z._default(
    z.record(z.string(), z.looseObject({ Default: z.optional(z.unknown()) })),
    {},
  ),
  Mappings: z._default(z.record(z.string(), z.record(z.string(), anything)), {}),
  Conditions: z._default(anything, {}),
  /** Checks of the account it is deployed to; there is none here. */
  Rules: z.optional(z.unknown()),
  Metadata: z.optional(z.unknown()),
  Resources: z.record(z.string(), Resource),
  Outputs: z._default(z.record(z.string(), z.looseObject({ Value: z.unknown() })), {}),
});
export type Template = z.infer<typeof Template>;

/** One stack of a cloud assembly: its template and where its assets lie. */
export interface Assembly {
  readonly stackName: string;
  readonly template: Template;
  /** The directory of an asset by the `S3Key` of its zip. @throws when there is none */
  assetDirectory(s3Key: string): string;
}

const Manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z.optional(z.looseObject({ templateFile: z.optional(z.string()) })),
    }),
  ),
});
const Assets = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.object({ path: z.string() }) })),
});

/** Reads a `cdk.out` that holds one stack. @throws when it holds none or several, or an unknown section. */
export function readAssembly(directory: string): Assembly {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'));
  const { artifacts } = Manifest.parse(json('manifest.json'));
  const stacks = Object.entries(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1) {
    throw new Error(`${directory} holds ${stacks.length} stacks, not one`);
  }
  const [stackName, { properties }] = stack;
  const { files } = Assets.parse(json(`${stackName}.assets.json`));
  return {
    stackName,
    template: Template.parse(json(properties?.templateFile ?? `${stackName}.template.json`)),
    assetDirectory(s3Key) {
      const asset = files[s3Key.replace(/\.zip$/, '')];
      if (asset === undefined) throw new Error(`There is no asset ${s3Key}`);
      return resolve(directory, asset.source.path);
    },
  };
}
