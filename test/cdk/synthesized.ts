import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { FoodSaveStack } from '#cdk/foodsave-stack.ts';
import { functionTable } from '#cdk/functions.ts';
import { type Stage, stageOf } from '#cdk/stage.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

export const STAGES = ['household', 'production', 'local'] as const satisfies Stage['name'][];

const Resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.any()), {}),
  DependsOn: z._default(z.array(z.string()), []),
  DeletionPolicy: z.optional(z.string()),
});

const ApiBody = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.any())),
  'x-amazon-apigateway-gateway-responses': z.record(z.string(), z.any()),
  components: z.object({ securitySchemes: z.record(z.string(), z.any()) }),
});

/** A resource of a template; properties are read by tests only, which see at once what is amiss. */
export type TemplateResource = z.infer<typeof Resource>;

/** A build directory with a bundle for every function, and layers of one file. */
export function minimalBuild(): string {
  const directory = temporaryDirectory();
  for (const path of [...functionTable.keys()]) {
    const folder = join(directory, 'functions', path);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.cjs'), `exports.handler = async () => '${path}';`);
  }
  const stamp = JSON.stringify({ hash: 'a'.repeat(64), bytes: 17 });
  for (const name of ['imaging', 'lancedb']) {
    const layer = join(directory, 'layers', name, 'nodejs', 'node_modules');
    mkdirSync(layer, { recursive: true });
    writeFileSync(join(layer, 'README'), 'a layer for tests');
    writeFileSync(join(directory, 'layers', `${name}.json`), stamp);
  }
  return directory;
}

/** The app as `cdk/app.ts` makes it, with minimal bundles, not yet synthesized. */
export function appOf(stage: Stage['name'], context: Record<string, string> = {}) {
  process.env.FOODSAVE_BUILD_DIR = minimalBuild();
  const app = new App({
    analyticsReporting: false,
    outdir: temporaryDirectory(),
    context: { '@aws-cdk/aws-iam:minimizePolicies': true, stage, ...context },
  });
  const stack = new FoodSaveStack(app, `FoodSave-${stage}`, { stage: stageOf(app.node) });
  return { app, stack };
}

/** Templates by stage and context: to make one takes a second, and files of tests share a process. */
const templates = new Map<string, string>();

function templateOf(stage: Stage['name'], context: Record<string, string>) {
  const key = JSON.stringify([stage, context]);
  const known = templates.get(key);
  if (known !== undefined) return JSON.parse(known);
  const json = Template.fromStack(appOf(stage, context).stack).toJSON();
  templates.set(key, JSON.stringify(json));
  return json;
}

/** The resources of a stage's template, by logical id. */
export class Synthesized {
  readonly json: Record<string, unknown>;
  readonly resources: Map<string, TemplateResource>;

  constructor(stage: Stage['name'], context: Record<string, string> = {}) {
    this.json = templateOf(stage, context);
    const { Resources } = z.object({ Resources: z.record(z.string(), Resource) }).parse(this.json);
    this.resources = new Map(Object.entries(Resources));
  }

  of(type: string): [id: string, resource: TemplateResource][] {
    return [...this.resources].filter(([, resource]) => resource.Type === type);
  }

  /** The OpenAPI document that the REST API is made of. */
  apiBody(): z.infer<typeof ApiBody> {
    const [[, api] = []] = this.of('AWS::ApiGateway::RestApi');
    return ApiBody.parse(api?.Properties.Body);
  }

  /** Permissions of roles, those that a role holds itself too, all as `AWS::IAM::Policy` has them. */
  policies(): [id: string, resource: TemplateResource][] {
    const inline = this.of('AWS::IAM::Role').flatMap(([id, role]) =>
      [role.Properties.Policies ?? []]
        .flat()
        .map((policy): [string, TemplateResource] => [
          id,
          { ...role, Properties: { ...policy, Roles: [{ Ref: id }] } },
        ]),
    );
    return [...inline, ...this.of('AWS::IAM::Policy')];
  }

  /** Functions of the system by folder name; not the ones aws-cdk-lib brings. */
  functions(): Map<string, { id: string } & TemplateResource> {
    return new Map(
      this.of('AWS::Lambda::Function').flatMap(([id, resource]) => {
        const described: unknown = resource.Properties.Description;
        return typeof described === 'string' && described.startsWith('functions/')
          ? [[described.slice('functions/'.length), { id, ...resource }] as const]
          : [];
      }),
    );
  }
}
