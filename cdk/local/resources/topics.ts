import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Subscription } from '#cdk/local/sns/topics.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import { DESCRIPTION, ENCRYPTION, TAGS } from './reasons.ts';
import { arnOf, nameOf, resourceType } from './resource-type.ts';

export const TOPIC = resourceType({
  name: 'AWS::SNS::Topic',
  identify({ logicalId, Properties: { TopicName } }, place, resolve) {
    const name = nameOf(TopicName, resolve, logicalId);
    const ref = arnOf(place, 'sns', name);
    return { ref, attributes: { TopicArn: ref, TopicName: name } };
  },
  honoured: z.strictObject({ TopicName: z.optional(z.string()) }),
  ignored: { DisplayName: DESCRIPTION, KmsMasterKeyId: ENCRYPTION, Tags: TAGS },
});

export const SUBSCRIPTION = resourceType({
  name: 'AWS::SNS::Subscription',
  honoured: z.strictObject({
    Protocol: z.enum(['lambda', 'email']),
    TopicArn: z.string(),
    Endpoint: z.string(),
  }),
  ignored: {},
});

/** The functions that subscribe. Nobody sends mail here: who has the machine sees `GET /api/v2/alerts`. */
export function subscriptionsOf(stack: Stack): Subscription[] {
  return stack
    .all(SUBSCRIPTION)
    .flatMap(({ properties: { Protocol, TopicArn, Endpoint } }) =>
      Protocol === 'lambda'
        ? [{ arn: `${TopicArn}:${randomUUID()}`, topicArn: TopicArn, functionArn: Endpoint }]
        : [],
    );
}
