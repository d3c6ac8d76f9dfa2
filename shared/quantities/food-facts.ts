import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { exactly, type Rational } from './rational.ts';

/** What turns glasses and pieces of a food into grams. */
export interface FoodFacts {
  /** Grams per millilitre, loosely filled as a cook does. */
  readonly density?: Rational;
  /** Grams of one `szt`, `clove`, `slice` …, edible or not as bought. */
  readonly grams: ReadonlyMap<string, Rational>;
}

const Rows = z.array(
  z.object({
    ids: z.array(z.string()),
    density: z.optional(z.string()),
    grams: z.optional(z.record(z.string(), z.string())),
  }),
);

let known: ReadonlyMap<string, FoodFacts> | undefined;

/** By product id or category; read when the first amount is converted. */
function byId(): ReadonlyMap<string, FoodFacts> {
  known ??= new Map(
    Rows.parse(readBeside('./data/foods.json', import.meta.url)).flatMap(
      ({ ids, density, grams }) => {
        const facts = {
          ...(density !== undefined && { density: exactly(density) }),
          grams: new Map(Object.entries(grams ?? {}).map(([unit, text]) => [unit, exactly(text)])),
        };
        return ids.map((id) => [id, facts] as const);
      },
    ),
  );
  return known;
}

/**
 * The facts of the first of these that has any: a product id of the lexicon, then its category
 * (`dairy/milk`). Nothing when nobody knows: then nothing is converted.
 */
export function foodFacts(...keys: readonly (string | null | undefined)[]): FoodFacts | undefined {
  for (const key of keys) {
    const facts = key == null ? undefined : byId().get(key);
    if (facts !== undefined) return facts;
  }
  return undefined;
}
