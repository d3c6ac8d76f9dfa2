import * as z from 'zod/mini';
import type { FunctionConfig } from '#cdk/local/functions/function-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import { whole } from './property-schemas.ts';
import {
  DEPLOYMENT,
  DESCRIPTION,
  ENCRYPTION,
  LOGS,
  NETWORK,
  PERMISSIONS,
  TAGS,
  TRACES,
} from './reasons.ts';
import { arnOf, nameOf, resourceType, type Subject } from './resource-type.ts';

/** AWS gives an account 1,000; on one machine a function gets this many unless it reserves some. */
const CONCURRENCY = 20;

const PROCESSOR = 'layers are built for the processor of this machine';
const BUCKET_OF_ASSETS = 'assets lie in the cloud assembly';
const Code = z.strictObject({ S3Key: z.string() });

export const FUNCTION = resourceType({
  name: 'AWS::Lambda::Function',
  identify(subject, place, resolve) {
    const name = nameOf(subject.Properties.FunctionName, resolve, folderNameOf(subject));
    return { ref: name, attributes: { Arn: arnOf(place, 'lambda', `function:${name}`) } };
  },
  // The function that runs a `Custom::Trigger`, which the local target does itself.
  deploymentOnly: (logicalId) => logicalId.startsWith('AWSCDKTriggerCustomResourceProvider'),
  honoured: z.strictObject({
    FunctionName: z.optional(z.string()),
    Description: z.optional(z.string()),
    PackageType: z.optional(z.literal('Zip')),
    Code,
    Handler: z.string(),
    Runtime: z.literal('nodejs22.x'),
    Environment: z._default(
      z.strictObject({ Variables: z.record(z.string(), z.coerce.string()) }),
      { Variables: {} },
    ),
    MemorySize: z._default(whole(128, 10_240), 128),
    Timeout: z._default(whole(1, 900), 3),
    ReservedConcurrentExecutions: z.optional(whole(0, 1000)),
    Layers: z._default(z.array(z.string()), []),
  }),
  ignored: {
    'Code.S3Bucket': BUCKET_OF_ASSETS,
    Architectures: PROCESSOR,
    Role: PERMISSIONS,
    VpcConfig: NETWORK,
    'LoggingConfig.LogGroup': LOGS,
    TracingConfig: TRACES,
    KmsKeyArn: ENCRYPTION,
    Tags: TAGS,
  },
});

export const FUNCTION_VERSION = resourceType({
  name: 'AWS::Lambda::Version',
  identify: ({ Properties }, place, resolve) => ({
    ref: arnOf(place, 'lambda', `function:${String(resolve(Properties.FunctionName))}:1`),
  }),
  honoured: z.strictObject({ FunctionName: z.string() }),
  ignored: { Description: DESCRIPTION, CodeSha256: DEPLOYMENT },
});

export const LAYER_VERSION = resourceType({
  name: 'AWS::Lambda::LayerVersion',
  identify: ({ logicalId }, place) => ({ ref: arnOf(place, 'lambda', `layer:${logicalId}:1`) }),
  honoured: z.strictObject({ Content: Code }),
  ignored: {
    'Content.S3Bucket': BUCKET_OF_ASSETS,
    CompatibleArchitectures: PROCESSOR,
    CompatibleRuntimes: 'every function here runs on the same Node',
    Description: DESCRIPTION,
    LayerName: DESCRIPTION,
    LicenseInfo: DESCRIPTION,
  },
});

/** `functions/api/health` → `health`: the folder's own name is easier to type than a generated one. */
function folderNameOf({ logicalId, Properties: { Description } }: Subject): string {
  return /^functions\/.+\/([^/]+)$/.exec(String(Description))?.[1] ?? logicalId;
}

/** The functions of the template with the directories of their bundles and layers. */
export function functionsOf(stack: Stack): FunctionConfig[] {
  const layers = new Map(
    stack
      .all(LAYER_VERSION)
      .map(({ ref, properties }) => [ref, stack.assembly.assetDirectory(properties.Content.S3Key)]),
  );
  return stack.all(FUNCTION).map((resource) => {
    const { properties } = resource;
    // Options of the process; a thread shares those of the target, whose Node knows them already.
    const { NODE_OPTIONS: _, ...environment } = properties.Environment.Variables;
    return {
      name: resource.ref,
      arn: resource.attribute('Arn'),
      directory: stack.assembly.assetDirectory(properties.Code.S3Key),
      layers: properties.Layers.map((ref) => layers.get(ref) ?? missing(ref)),
      handler: properties.Handler,
      environment,
      memoryMb: properties.MemorySize,
      timeoutSeconds: properties.Timeout,
      concurrency: properties.ReservedConcurrentExecutions ?? CONCURRENCY,
    };
  });
}

function missing(ref: string): never {
  throw new Error(`There is no layer ${ref}`);
}
