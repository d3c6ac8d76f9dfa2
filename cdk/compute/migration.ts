import { Stack } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { IConstruct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import { FoodSaveFunction } from './foodsave-function.ts';

/**
 * Runs the migration on every deployment that changes it: once the constructs of `after` exist, and
 * before any other function of the stack is updated, since that may expect the new tables.
 */
export function migrateOnDeploy(
  migrate: FoodSaveFunction,
  { after }: { readonly after: readonly IConstruct[] },
): void {
  const stack = Stack.of(migrate);
  const others = stack.node
    .findAll()
    .filter((each) => each instanceof FoodSaveFunction)
    .filter((fn) => fn !== migrate);
  new Trigger(migrate, 'OnDeploy', {
    handler: migrate.lambda,
    timeout: migrate.timeout,
    executeAfter: [...after],
    executeBefore: others.map((fn) => fn.construct),
  });
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
