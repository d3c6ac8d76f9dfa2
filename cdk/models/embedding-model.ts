import { Arn, ArnFormat } from 'aws-cdk-lib';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { configureModelServer } from './model-server.ts';

/** The model that turns printed names into vectors; without one no name is sent anywhere. */
export function configureEmbeddingModel(fn: FoodSaveFunction, stage: Stage): void {
  const { embeddingModel, modelUrl } = stage;
  if (embeddingModel === undefined) return;
  fn.setEnv(ENV.embeddingModel, embeddingModel);
  if (modelUrl !== undefined) {
    configureModelServer(fn, stage);
    return;
  }
  const model = { service: 'bedrock', account: '', resource: 'foundation-model' };
  const arn = { ...model, resourceName: embeddingModel, arnFormat: ArnFormat.SLASH_RESOURCE_NAME };
  fn.allow(['bedrock:InvokeModel'], [Arn.format(arn, fn.stack)]);
}
