import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const Properties = z.object({
  DefinitionString: z.string(),
  StateMachineType: z._default(z.literal('STANDARD'), 'STANDARD'),
});

/** `AWS::StepFunctions::StateMachine` → its definition, with every name in it answered. */
export function machineConfigOf(resource: ResolvedResource) {
  const { DefinitionString } = Properties.parse(resource.properties);
  return { name: resource.logicalId, arn: resource.ref, definition: JSON.parse(DefinitionString) };
}
