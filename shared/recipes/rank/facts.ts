import type { Language, Season } from '#shared/recipes/model/recipe.ts';
import type { Refusal } from '#shared/safety/refusal.ts';
import type { Stock } from './stock.ts';

/** All that ranking knows besides the recipes. */
export interface RankFacts {
  readonly today: string;
  /** What everybody who eats may have. */
  readonly stock: Stock;
  /** What somebody who eats must not have, and why, by the lot's id. */
  readonly avoided: {
    readonly stock: Stock;
    readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
  };
  /** Grosze for a gram, or for a piece where nothing is weighed, by product id: from own receipts. */
  readonly prices: ReadonlyMap<string, Price>;
  /** Days since a recipe was cooked last, by its id. */
  readonly cookedDaysAgo: ReadonlyMap<string, number>;
  /** `?useExpiring=true`: what spoils counts for more. */
  readonly useExpiring: boolean;
  /** Of the reasons. */
  readonly locale: Language;
}

export interface Price {
  readonly perGram: number | null;
  readonly perPiece: number | null;
}

const SEASONS: readonly Season[] = [
  ...(['winter', 'winter', 'spring', 'spring', 'spring', 'summer'] as const),
  ...(['summer', 'summer', 'autumn', 'autumn', 'autumn', 'winter'] as const),
];

/** `2026-11-24` → autumn. */
export function seasonOf(day: string): Season {
  return SEASONS[Number(day.slice(5, 7)) - 1] ?? 'winter';
}
