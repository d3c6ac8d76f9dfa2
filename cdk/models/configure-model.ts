import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { ModelKind } from '#cdk/compute/function-entry.ts';
import type { Stage } from '#cdk/stage.ts';
import { configureEmbeddingModel } from './embedding-model.ts';
import { configureEngines } from './ocr-engines.ts';
import { configureProbedModels } from './probed-models.ts';
import { configureSearchEngine } from './search-engine.ts';
import { configureTextModel } from './text-model.ts';

const CONFIGURE: Readonly<Record<ModelKind, (fn: FoodSaveFunction, stage: Stage) => void>> = {
  text: configureTextModel,
  ocr: configureEngines,
  embedding: configureEmbeddingModel,
  search: configureSearchEngine,
  probe: configureProbedModels,
};

/** Environment and permission for the models of one kind that the stage names. */
export function configureModel(fn: FoodSaveFunction, kind: ModelKind, stage: Stage): void {
  CONFIGURE[kind](fn, stage);
}
