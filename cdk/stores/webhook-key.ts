import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import { ENV } from '#shared/env.ts';

/** The key that the signing keys of all webhooks are made of, `{key}`. */
export class WebhookKey extends Construct {
  readonly #secret: Secret;

  constructor(scope: Construct) {
    super(scope, 'webhook-key');
    this.#secret = new Secret(this, 'Secret', {
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 43,
        excludePunctuation: true,
      },
    });
    acknowledge(
      this,
      'Another key would make every receiver refuse what is sent; they are told of theirs when they are set.',
      'AwsSolutions-SMG4',
    );
  }

  grantRead(fn: FoodSaveFunction): void {
    this.#secret.grantRead(fn);
    fn.setEnv(ENV.webhookSecret, this.#secret.secretArn);
  }
}
