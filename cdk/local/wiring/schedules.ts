import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const Properties = z.object({
  ScheduleExpression: z.string(),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z.array(z.object({ Arn: z.string(), Input: z.optional(z.string()) })),
});

/** `AWS::Events::Rule` with a schedule → one schedule for each function it starts. */
export function schedulesOf(resource: ResolvedResource) {
  const properties = Properties.parse(resource.properties);
  if (properties.State !== 'ENABLED') return [];
  return properties.Targets.map(({ Arn, Input }) => ({
    name: resource.logicalId,
    expression: properties.ScheduleExpression,
    functionName: Arn,
    input: Input === undefined ? scheduledEvent(resource) : JSON.parse(Input),
  }));
}

/** What EventBridge sends when the target asks for nothing else. */
function scheduledEvent({ attributes }: ResolvedResource) {
  return {
    version: '0',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    resources: [attributes('Arn')],
    detail: {},
  };
}
