import { readFileSync } from 'node:fs';
import { readWeights, type Weights } from './weights.ts';

/** What `npm run train:router` writes to `data/<name>.bin`. */
export type TrainedName = 'with-vectors' | 'without-vectors' | 'language';

const loaded = new Map<TrainedName, Weights>();

/** Read at first use, and kept: 0.3 MB. */
export function trained(name: TrainedName): Weights {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const weights = readWeights(readFileSync(new URL(`./data/${name}.bin`, import.meta.url)));
  loaded.set(name, weights);
  return weights;
}
