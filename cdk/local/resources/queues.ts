import * as z from 'zod/mini';
import type { QueueConfig } from '#cdk/local/sqs/queue-config.ts';
import { seconds, whole } from './property-schemas.ts';
import { ENCRYPTION, PERMISSIONS, TAGS } from './reasons.ts';
import { arnOf, nameOf, type Resource, resourceType } from './resource-type.ts';

const Properties = z.strictObject({
  QueueName: z.optional(z.string()),
  /** `true` would require an order that is not kept here. */
  FifoQueue: z.optional(z.literal(false)),
  VisibilityTimeout: seconds(0, 43_200),
  MessageRetentionPeriod: seconds(60, 1_209_600),
  DelaySeconds: seconds(0, 900),
  ReceiveMessageWaitTimeSeconds: seconds(0, 20),
  MaximumMessageSize: z.optional(whole(1024, 1_048_576)),
  RedrivePolicy: z.optional(
    z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: whole(1, 1000) }),
  ),
});

export const QUEUE = resourceType({
  name: 'AWS::SQS::Queue',
  identify({ logicalId, Properties: { QueueName } }, place, resolve) {
    const name = nameOf(QueueName, resolve, logicalId);
    const attributes = { Arn: arnOf(place, 'sqs', name), QueueName: name };
    return { ref: `${place.sqsUrl}/${place.accountId}/${name}`, attributes };
  },
  honoured: Properties,
  ignored: {
    SqsManagedSseEnabled: ENCRYPTION,
    KmsMasterKeyId: ENCRYPTION,
    KmsDataKeyReusePeriodSeconds: ENCRYPTION,
    RedriveAllowPolicy: PERMISSIONS,
    Tags: TAGS,
  },
});

/** A queue of the template as the local SQS is configured, with AWS's defaults. */
export function queueOf(resource: Resource<z.infer<typeof Properties>>): QueueConfig {
  const { properties } = resource;
  const redrive = properties.RedrivePolicy;
  return {
    name: resource.attribute('QueueName'),
    visibilitySeconds: properties.VisibilityTimeout ?? 30,
    retentionSeconds: properties.MessageRetentionPeriod ?? 345_600,
    delaySeconds: properties.DelaySeconds ?? 0,
    receiveWaitSeconds: properties.ReceiveMessageWaitTimeSeconds ?? 0,
    maxMessageBytes: properties.MaximumMessageSize ?? 1_048_576,
    redrive: redrive && {
      deadLetterArn: redrive.deadLetterTargetArn,
      maxReceiveCount: redrive.maxReceiveCount,
    },
  };
}
