import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';

/** Upstash Redis lives outside of AWS; the stack only knows the name of the secret with its address. */
export class Cache extends Construct {
  readonly #secret: ISecret;
  readonly #name: string;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'cache');
    this.#name = stage.upstashSecret;
    this.#secret = Secret.fromSecretNameV2(this, 'Secret', stage.upstashSecret);
  }

  grantAccess(fn: FoodSaveFunction): void {
    this.#secret.grantRead(fn);
    fn.tell(ENV.redisSecret, this.#name);
    acknowledge(
      fn,
      'Secrets Manager ends every ARN with six random characters.',
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${this.#name}-??????]`,
    );
  }
}
