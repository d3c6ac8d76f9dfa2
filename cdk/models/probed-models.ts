import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { configureModelServer } from './model-server.ts';

/** What the health check has to know of the models: it asks a server for its list, and no model anything. */
export function configureProbedModels(fn: FoodSaveFunction, stage: Stage): void {
  const { largeModels, smallModels } = stage;
  configureModelServer(fn, stage);
  if (largeModels.length > 0) fn.setEnv(ENV.largeModels, largeModels.join(','));
  if (smallModels.length > 0) fn.setEnv(ENV.smallModels, smallModels.join(','));
}
