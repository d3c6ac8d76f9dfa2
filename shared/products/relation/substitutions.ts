import type { Language } from '#shared/language/lemma.ts';
import rows from './data/substitutions.json' with { type: 'json' };

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

const byProduct = Map.groupBy(
  rows.map((row): Substitution => {
    const { ratio, pl, en, vegan = false } = row as typeof row & { vegan?: boolean };
    return { for: row.for, with: row.with, ratio, note: { pl, en }, vegan };
  }),
  (row) => row.for,
);

/** In order of preference; none for a product not in the table. */
export function substitutionsFor(productId: string | null): readonly Substitution[] {
  return byProduct.get(productId ?? '') ?? [];
}
