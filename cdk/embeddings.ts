import { Arn, ArnFormat } from 'aws-cdk-lib';
import { ENV } from '#shared/env.ts';
import type { FoodSaveFunction } from './compute/foodsave-function.ts';
import { tellModelServer } from './model-server.ts';
import type { Stage } from './stage.ts';

/** Which model may say what printed names mean, and the right to ask it; without one nobody is asked. */
export function grantEmbeddings(fn: FoodSaveFunction, stage: Stage): void {
  const { embeddingModel, modelUrl } = stage;
  if (embeddingModel === undefined) return;
  fn.tell(ENV.embeddingModel, embeddingModel);
  if (modelUrl !== undefined) {
    tellModelServer(fn, stage);
    return;
  }
  const model = { service: 'bedrock', account: '', resource: 'foundation-model' };
  const arn = { ...model, resourceName: embeddingModel, arnFormat: ArnFormat.SLASH_RESOURCE_NAME };
  fn.allow(['bedrock:InvokeModel'], [Arn.format(arn, fn.stack)]);
}
