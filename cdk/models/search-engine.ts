import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { grantNamedSecret } from '#cdk/stores/named-secret.ts';
import { ENV } from '#shared/env.ts';

/** Brave Search, where the secret with its key is named. */
export function configureSearchEngine(fn: FoodSaveFunction, { braveSecret }: Stage): void {
  if (braveSecret !== undefined) grantNamedSecret(fn, braveSecret, ENV.braveSecret);
}
