import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { allowBedrock } from './bedrock.ts';
import { configureModelServer } from './model-server.ts';
import { setTokensPerDay } from './tokens-per-day.ts';

/** The engines that read photographs; a vision model comes last, and only where one is named. */
export function configureEngines(ocr: FoodSaveFunction, stage: Stage): void {
  const { ocrEngines, visionModel, modelUrl } = stage;
  ocr.setEnv(ENV.ocrEngines, visionModel === undefined ? ocrEngines : `${ocrEngines},vision`);
  // Textract has no resources to name.
  ocr.allow(['textract:DetectDocumentText'], ['*']);
  if (visionModel === undefined) return;
  ocr.setEnv(ENV.visionModel, visionModel);
  setTokensPerDay(ocr, stage);
  if (modelUrl === undefined) allowBedrock(ocr);
  else configureModelServer(ocr, stage);
}
