/** What the vectors of a dataset were made by. */
export interface EmbeddingModel {
  readonly name: string;
  readonly dimensions: number;
}

/**
 * One dataset per household and model. A model of another name or size gets another dataset, so that old
 * vectors are never compared with new ones; `build` tells two of the same model apart.
 */
export function datasetName(householdId: string, model: EmbeddingModel, build: number): string {
  const safe = model.name.replace(/[^a-z0-9-]+/gi, '-');
  return `${householdId}.${safe}.${model.dimensions}.${build}`;
}

/** Whether a dataset holds vectors of the model. */
export function isOfModel(name: string, model: EmbeddingModel): boolean {
  return (
    name.split('.').slice(1, 3).join('.') ===
    datasetName('', model, 0).split('.').slice(1, 3).join('.')
  );
}
