import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { grantNamedSecret } from '#cdk/stores/named-secret.ts';
import { ENV } from '#shared/env.ts';

/** The OpenAI-compatible server of the installation, and the secret with its key where it needs one. */
export function configureModelServer(fn: FoodSaveFunction, { modelUrl, modelSecret }: Stage): void {
  if (modelUrl === undefined) return;
  fn.setEnv(ENV.modelUrl, modelUrl);
  if (modelSecret !== undefined) grantNamedSecret(fn, modelSecret, ENV.modelSecret);
}
