import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import type { Language } from '#shared/language/lemma.ts';

const Rows = z.array(
  z.object({
    for: z.string(),
    with: z.string(),
    ratio: z.number(),
    pl: z.string(),
    en: z.string(),
    vegan: z.optional(z.boolean()),
  }),
);

/** What can take the place of a product when somebody chooses so; much of it changes the dish. */
export interface Substitution {
  readonly for: string;
  readonly with: string;
  /** Grams of the substitute for a gram of what it replaces. */
  readonly ratio: number;
  /** How it differs, above all in allergens. */
  readonly note: Readonly<Record<Language, string>>;
  readonly vegan: boolean;
}

let byProduct: ReadonlyMap<string, readonly Substitution[]> | undefined;

/** In order of preference; none for a product not in the table. */
export function substitutionsFor(productId: string | null): readonly Substitution[] {
  byProduct ??= Map.groupBy(
    Rows.parse(readBeside('./data/substitutions.json', import.meta.url)).map(
      ({ pl, en, vegan = false, ...row }): Substitution => ({ ...row, note: { pl, en }, vegan }),
    ),
    (row) => row.for,
  );
  return byProduct.get(productId ?? '') ?? [];
}
