import { ENV } from '#shared/env.ts';
import type { FoodSaveFunction } from './compute/foodsave-function.ts';
import type { Stage } from './stage.ts';
import { grantNamedSecret } from './stores/named-secret.ts';

/** The server of one's own that is asked for models, and the key to it where it wants one. */
export function tellModelServer(fn: FoodSaveFunction, { modelUrl, modelSecret }: Stage): void {
  if (modelUrl === undefined) return;
  fn.tell(ENV.modelUrl, modelUrl);
  if (modelSecret !== undefined) grantNamedSecret(fn, modelSecret, ENV.modelSecret);
}
