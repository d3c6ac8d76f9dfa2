import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';

/** The budget of a household, which its functions share. */
export function setTokensPerDay(fn: FoodSaveFunction, { modelTokensPerDay }: Stage): void {
  fn.setEnv(ENV.modelTokensPerDay, String(modelTokensPerDay));
}
