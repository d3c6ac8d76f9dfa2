import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { grantNamedSecret } from './named-secret.ts';

/** Upstash Redis is outside of AWS; the stack only knows the name of the secret with its address. */
export class Cache {
  readonly #secret: string;

  constructor(stage: Stage) {
    this.#secret = stage.upstashSecret;
  }

  grantAccess(fn: FoodSaveFunction): void {
    grantNamedSecret(fn, this.#secret, ENV.redisSecret);
  }
}
