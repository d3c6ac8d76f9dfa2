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
 * The facts of a food, from a product id of the lexicon and then its category (`dairy/milk`): each
 * fact from the first that has it. Nothing when it is not known: then nothing is converted.
 */
export function foodFacts(...keys: readonly (string | null | undefined)[]): FoodFacts | undefined {
  const facts = keys.flatMap((key) => (key == null ? [] : (byId().get(key) ?? [])));
  if (facts.length < 2) return facts[0];
  const density = facts.find((each) => each.density !== undefined)?.density;
  const grams = new Map(facts.toReversed().flatMap((each) => [...each.grams]));
  return { ...(density !== undefined && { density }), grams };
}
