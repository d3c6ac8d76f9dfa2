import * as z from 'zod/mini';
import type { FunctionConfig } from '#cdk/local/functions/function-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';

/** AWS gives an account 1,000; on one machine a function gets this many unless it reserves some. */
const CONCURRENCY = 20;

const Code = z.object({ S3Key: z.string() });
const FunctionProperties = z.object({
  Code,
  Handler: z.string(),
  Runtime: z.string(),
  Environment: z._default(z.object({ Variables: z.record(z.string(), z.coerce.string()) }), {
    Variables: {},
  }),
  MemorySize: z._default(z.coerce.number(), 128),
  Timeout: z._default(z.coerce.number(), 3),
  ReservedConcurrentExecutions: z.optional(z.number()),
  Layers: z._default(z.array(z.string()), []),
});
const LayerProperties = z.object({ Content: Code });

/** The functions of the template that have a handler of ours; CDK's own helpers run only on deploy. */
export function functionsOf(stack: Stack): FunctionConfig[] {
  const layers = new Map(
    stack.ofType('AWS::Lambda::LayerVersion').map(({ ref, properties }) => {
      const { Content } = LayerProperties.parse(properties);
      return [ref, stack.assembly.assetDirectory(Content.S3Key)];
    }),
  );
  return stack
    .ofType('AWS::Lambda::Function')
    .filter(({ logicalId }) => !logicalId.startsWith('AWSCDKTriggerCustomResourceProvider'))
    .map((resource) => {
      const properties = FunctionProperties.parse(resource.properties);
      if (properties.Runtime !== 'nodejs22.x') {
        throw new Error(`${resource.logicalId}: unknown runtime ${properties.Runtime}`);
      }
      // Options of the process; a thread shares those of the target, whose Node knows them already.
      const { NODE_OPTIONS: _, ...environment } = properties.Environment.Variables;
      return {
        name: resource.ref,
        arn: resource.attributes('Arn') ?? resource.ref,
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

const Trigger = z.object({ HandlerArn: z.string() });

/** Functions that a deployment runs before anything else, here at every start. */
export function triggersOf(stack: Stack): string[] {
  return stack
    .ofType('Custom::Trigger')
    .map(({ properties }) => Trigger.parse(properties).HandlerArn);
}
