import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const Properties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z._default(z.boolean(), true),
  BatchSize: z._default(z.coerce.number(), 10),
  MaximumBatchingWindowInSeconds: z._default(z.coerce.number(), 0),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.coerce.number() })),
});

/** `AWS::Lambda::EventSourceMapping` → a poller, or nothing when the template disabled it. */
export function pollersOf(resource: ResolvedResource) {
  const properties = Properties.parse(resource.properties);
  if (!properties.Enabled) return [];
  return [
    {
      queueArn: properties.EventSourceArn,
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize,
      windowSeconds: properties.MaximumBatchingWindowInSeconds,
      reportBatchItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      // AWS gives five pollers to a queue that says nothing.
      maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 5,
    },
  ];
}
