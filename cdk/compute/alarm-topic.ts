import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Stage } from '#cdk/stage.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';
import type { WorkQueue } from './work-queue.ts';

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

/**
 * Has a function told of every change of an alarm. What it fails on, and fails on again twice within minutes,
 * goes to a queue that it may send to: the database, which it writes to, may be what the alarm is about.
 */
export function subscribe(topic: Topic, receiver: FoodSaveFunction, undelivered: WorkQueue): void {
  topic.addSubscription(new LambdaSubscription(receiver.lambda));
  new CfnEventInvokeConfig(receiver, 'Undelivered', {
    functionName: receiver.lambda.functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: 2,
    destinationConfig: { onFailure: { destination: undelivered.queue.queueArn } },
  });
}
