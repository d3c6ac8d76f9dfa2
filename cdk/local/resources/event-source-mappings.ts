import * as z from 'zod/mini';
import type { PollerConfig } from '#cdk/local/pollers/poller.ts';
import { seconds, whole } from './property-schemas.ts';
import { ENCRYPTION, LOGS, TAGS } from './reasons.ts';
import { type Resource, resourceType } from './resource-type.ts';

const Properties = z.strictObject({
  EventSourceArn: z.string().check(z.regex(/^arn:aws:sqs:/)),
  FunctionName: z.string(),
  Enabled: z._default(z.boolean(), true),
  BatchSize: z._default(whole(1, 10_000), 10),
  MaximumBatchingWindowInSeconds: seconds(0, 300),
  FunctionResponseTypes: z._default(z.array(z.literal('ReportBatchItemFailures')), []),
  ScalingConfig: z.optional(z.strictObject({ MaximumConcurrency: whole(2, 1000) })),
});

export const EVENT_SOURCE_MAPPING = resourceType({
  name: 'AWS::Lambda::EventSourceMapping',
  honoured: Properties,
  ignored: { KmsKeyArn: ENCRYPTION, MetricsConfig: LOGS, Tags: TAGS },
});

/** A poller for a mapping, none for one that the template disables. */
export function pollersOf({ properties }: Resource<z.infer<typeof Properties>>): PollerConfig[] {
  if (!properties.Enabled) return [];
  return [
    {
      queueArn: properties.EventSourceArn,
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize,
      windowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
      reportBatchItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      // Lambda polls with five unless the mapping sets a limit.
      maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 5,
    },
  ];
}
