import { randomUUID } from 'node:crypto';
import type { Invoker } from '#cdk/local/functions/invoker.ts';

/** A function that gets what is published to a topic. */
export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly functionArn: string;
}

export interface Published {
  readonly subject: string;
  readonly message: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Delivers a message to the functions that subscribe to the topic, one event each.
 * @returns whether all of them took it
 */
export async function publishTo(
  topicArn: string,
  published: Published,
  subscriptions: readonly Subscription[],
  invoker: Invoker,
): Promise<boolean> {
  const messageId = randomUUID();
  const deliveries = subscriptions
    .filter((subscription) => subscription.topicArn === topicArn)
    .map((subscription) =>
      invoker.invoke(subscription.functionArn, snsEvent(subscription, published, messageId)),
    );
  return (await Promise.all(deliveries)).every(({ ok }) => ok);
}

/** The event that a function gets. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
function snsEvent(
  { arn, topicArn }: Subscription,
  { subject, message, at }: Published,
  messageId: string,
) {
  const region = topicArn.split(':')[3] ?? '';
  return {
    Records: [
      {
        EventVersion: '1.0',
        EventSubscriptionArn: arn,
        EventSource: 'aws:sns',
        Sns: {
          Type: 'Notification',
          MessageId: messageId,
          TopicArn: topicArn,
          Subject: subject,
          Message: message,
          Timestamp: new Date(at).toISOString(),
          SignatureVersion: '1',
          // Nobody verifies it within Lambda, whose caller IAM has checked.
          Signature: 'local',
          SigningCertUrl: `https://sns.${region}.amazonaws.com/local.pem`,
          UnsubscribeUrl: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${arn}`,
          MessageAttributes: {},
        },
      },
    ],
  };
}
