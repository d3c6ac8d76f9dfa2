import { Stack } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { IConstruct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';

/**
 * Runs the migration on every deployment that changes it: after the database stands, before any function
 * that may expect the new tables is updated.
 */
export function migrateOnDeploy(
  migrate: FoodSaveFunction,
  order: { after: readonly IConstruct[]; before: readonly FoodSaveFunction[] },
): void {
  new Trigger(migrate, 'OnDeploy', {
    handler: migrate.lambda,
    timeout: migrate.timeout,
    executeAfter: [...order.after],
    executeBefore: order.before.map((fn) => fn.construct),
  });
  const stack = Stack.of(migrate);
  const provider = stack.node.tryFindChild(
    'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider',
  );
  if (!provider) throw new Error('aws-cdk-lib renamed the provider of triggers');
  acknowledge(
    provider,
    'Written and kept up to date by aws-cdk-lib; it may invoke versions of the migration only.',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(migrate.construct)}.Arn>:*]`,
    'AwsSolutions-L1',
  );
}
