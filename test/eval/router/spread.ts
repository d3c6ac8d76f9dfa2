import type { FoundWeights } from './train-logistic.ts';

/** Where vectors lie, and how far around it, by dimension. */
export interface Spread {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

export function spreadOf(vectors: readonly Float32Array[]): Spread {
  const dimensions = vectors[0]?.length ?? 0;
  const average = (each: (vector: Float32Array, at: number) => number): number[] =>
    Array.from(
      { length: dimensions },
      (_, at) => vectors.reduce((sum, vector) => sum + each(vector, at), 0) / vectors.length,
    );
  const mean = average((vector, at) => vector[at] ?? 0);
  const variance = average((vector, at) => ((vector[at] ?? 0) - (mean[at] ?? 0)) ** 2);
  return { mean, deviation: variance.map((one) => Math.sqrt(one) || 1) };
}

/** Each dimension around 0 and equally wide, and the whole about 1 long, as other features are. */
export function spreadOut(vector: Float32Array, { mean, deviation }: Spread): Float32Array {
  const width = Math.sqrt(vector.length);
  return vector.map((one, at) => (one - (mean[at] ?? 0)) / (deviation[at] ?? 1) / width);
}

/** Weights for the vector as the model gives it that score as those found for vectors spread out. */
export function forRawVectors(found: FoundWeights, block: string, spread: Spread): FoundWeights {
  const table = found.tables.get(block);
  if (table === undefined) return found;
  const classes = found.classes.length;
  const dimensions = spread.mean.length;
  const bias = [...found.bias];
  const raw = table.map((weight, at) => {
    const place = Math.floor(at / classes);
    const one = weight / (spread.deviation[place] ?? 1) / Math.sqrt(dimensions);
    bias[at % classes] = (bias[at % classes] ?? 0) - one * (spread.mean[place] ?? 0);
    return one;
  });
  return { ...found, bias, tables: new Map([...found.tables, [block, raw]]) };
}
