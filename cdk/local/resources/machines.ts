import * as z from 'zod/mini';
import type { MachineConfig } from '#cdk/local/workflows/executions.ts';
import { ENCRYPTION, LOGS, PERMISSIONS, TAGS, TRACES } from './reasons.ts';
import { arnOf, nameOf, type Resource, resourceType } from './resource-type.ts';

const Properties = z.strictObject({
  StateMachineName: z.optional(z.string()),
  StateMachineType: z.optional(z.literal('STANDARD')),
  DefinitionString: z.string(),
});

export const STATE_MACHINE = resourceType({
  name: 'AWS::StepFunctions::StateMachine',
  identify({ logicalId, Properties: { StateMachineName } }, place, resolve) {
    const name = nameOf(StateMachineName, resolve, logicalId);
    const ref = arnOf(place, 'states', `stateMachine:${name}`);
    return { ref, attributes: { Arn: ref, Name: name } };
  },
  honoured: Properties,
  ignored: {
    RoleArn: PERMISSIONS,
    LoggingConfiguration: LOGS,
    TracingConfiguration: TRACES,
    EncryptionConfiguration: ENCRYPTION,
    Tags: TAGS,
  },
});

/** A state machine with its definition, every name in it answered. */
export function machineOf(resource: Resource<z.infer<typeof Properties>>): MachineConfig {
  return {
    name: resource.attribute('Name'),
    arn: resource.ref,
    definition: JSON.parse(resource.properties.DefinitionString),
  };
}
