import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { allowBedrock } from './bedrock.ts';
import { configureModelServer } from './model-server.ts';

/** The model that writes an agent's answers; without one, code writes them from templates. */
export function configureTextModel(agent: FoodSaveFunction, stage: Stage): void {
  const { bedrockModel, modelName } = stage;
  configureModelServer(agent, stage);
  if (modelName !== undefined) agent.setEnv(ENV.modelName, modelName);
  if (bedrockModel === undefined) return;
  agent.setEnv(ENV.bedrockModel, bedrockModel);
  allowBedrock(agent);
}
