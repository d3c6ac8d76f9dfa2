import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { EnvName } from '#shared/env.ts';

/** Lets a function read a secret that was created by hand; the stack knows no more than its name. */
export function grantNamedSecret(fn: FoodSaveFunction, name: string, env: EnvName): void {
  Secret.fromSecretNameV2(fn, `Secret${env}`, name).grantRead(fn);
  fn.setEnv(env, name);
  acknowledge(
    fn,
    'Secrets Manager ends every ARN with six random characters.',
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${name}-??????]`,
  );
}
