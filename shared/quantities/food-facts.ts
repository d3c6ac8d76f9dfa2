import rows from './data/foods.json' with { type: 'json' };
import { exactly, type Rational } from './rational.ts';

/** What turns glasses and pieces of a food into grams. */
export interface FoodFacts {
  /** Grams per millilitre, loosely filled as a cook does. */
  readonly density?: Rational;
  /** Grams of one `szt`, `clove`, `slice` …, edible or not as bought. */
  readonly grams: ReadonlyMap<string, Rational>;
}

interface Row {
  readonly ids: readonly string[];
  readonly density?: string;
  readonly grams?: Readonly<Record<string, string>>;
}

const BY_ID = new Map<string, FoodFacts>();
for (const { ids, density, grams } of rows as readonly Row[]) {
  const facts = {
    ...(density !== undefined && { density: exactly(density) }),
    grams: new Map(Object.entries(grams ?? {}).map(([unit, text]) => [unit, exactly(text)])),
  };
  for (const id of ids) BY_ID.set(id, facts);
}

/**
 * The facts of the first of these that has any: a product id of the lexicon, then its category
 * (`dairy/milk`). Nothing when nobody knows: then nothing is converted.
 */
export function foodFacts(...keys: readonly (string | null | undefined)[]): FoodFacts | undefined {
  for (const key of keys) {
    const facts = key == null ? undefined : BY_ID.get(key);
    if (facts !== undefined) return facts;
  }
  return undefined;
}
