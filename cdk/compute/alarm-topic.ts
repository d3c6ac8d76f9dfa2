import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Stage } from '#cdk/stage.ts';

/**
 * What alarms are published to. A policy of one's own, even one that only refuses plain HTTP, replaces
 * the one by which everything of the account may publish: CloudWatch has to be allowed by name.
 */
export function alarmTopic(scope: Construct, { ownerEmail }: Stage): Topic {
  const topic = new Topic(scope, 'Topic', { enforceSSL: true });
  const { account } = Stack.of(scope);
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  if (ownerEmail) topic.addSubscription(new EmailSubscription(ownerEmail));
  return topic;
}
