import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const seconds = z.optional(z.coerce.number());

const Properties = z.object({
  VisibilityTimeout: seconds,
  MessageRetentionPeriod: seconds,
  DelaySeconds: seconds,
  RedrivePolicy: z.optional(
    z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }),
  ),
});

/** `AWS::SQS::Queue` → what the local SQS is told, with AWS's defaults. */
export function queueOf(resource: ResolvedResource) {
  const properties = Properties.parse(resource.properties ?? {});
  const redrive = properties.RedrivePolicy;
  return {
    name: resource.attributes('QueueName') ?? resource.ref,
    visibilitySeconds: properties.VisibilityTimeout ?? 30,
    retentionSeconds: properties.MessageRetentionPeriod ?? 345_600,
    delaySeconds: properties.DelaySeconds ?? 0,
    redrive: redrive && {
      deadLetterArn: redrive.deadLetterTargetArn,
      maxReceiveCount: redrive.maxReceiveCount,
    },
  };
}
