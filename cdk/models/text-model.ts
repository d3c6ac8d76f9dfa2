import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { allowBedrock } from './bedrock.ts';
import { configureModelServer } from './model-server.ts';
import { setTokensPerDay } from './tokens-per-day.ts';

/** The models that write an agent's answers; without any, code writes them from templates. */
export function configureTextModel(agent: FoodSaveFunction, stage: Stage): void {
  const { largeModels, smallModels } = stage;
  const all = [...largeModels, ...smallModels];
  configureModelServer(agent, stage);
  if (largeModels.length > 0) agent.setEnv(ENV.largeModels, largeModels.join(','));
  if (smallModels.length > 0) agent.setEnv(ENV.smallModels, smallModels.join(','));
  if (all.length > 0) setTokensPerDay(agent, stage);
  if (all.some((model) => model.startsWith('bedrock:'))) allowBedrock(agent, { streamed: true });
}
