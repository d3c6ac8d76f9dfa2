import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { RankFacts } from '#shared/recipes/rank/facts.ts';
import { factsFor, type HouseholdFacts } from '#shared/recipes/rank/facts-for.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { Judge, JudgeLot, Judgement } from '#shared/recipes/rank/judge.ts';
import { type Ranked, type RankFilter, rank } from '#shared/recipes/rank/rank.ts';
import type { StockLot } from '#shared/recipes/rank/stock.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';

export const TODAY = '2026-11-24';
export const HARMLESS: Judgement = {
  effect: 'none',
  verdict: 'none-found',
  allergens: [],
  exempt: [],
  dislikes: [],
  refusals: [],
};
export const allowAll: Judge = () => HARMLESS;

/** `'mleko 1 l 3'` is a litre of milk with three days left; without a number it keeps. */
export function lot(text: string, index = 0): StockLot {
  const [productId = '', amount = '1', unit = 'szt', days] = text.split(' ');
  const date = new Date(
    Date.parse(`${TODAY}T00:00:00Z`) + Number(days?.replace('!', '')) * 86_400_000,
  );
  const kind = days?.endsWith('!') ? 'use-by' : 'best-before';
  return {
    id: `019000${String(index).padStart(2, '0')}-0000-7000-8000-000000000000`,
    productId: productId.startsWith('=') ? null : productId,
    name: productId.replace('=', ''),
    printed: null,
    category: null,
    amount: Number(amount),
    unit,
    expires: days === undefined ? null : { date: date.toISOString().slice(0, 10), kind },
  };
}

export interface RankCase {
  /** Lots, with commas between: `jaja 10 szt 2, mleko 1 l`. */
  readonly pantry: string;
  readonly prices?: Readonly<Record<string, number>>;
  readonly cooked?: Readonly<Record<string, number>>;
  readonly useExpiring?: boolean;
  readonly today?: string;
  readonly judge?: Judge;
  readonly judgeLot?: JudgeLot;
  readonly filter?: RankFilter;
}

export function factsOf(rankCase: RankCase): RankFacts {
  return factsFor(householdFactsOf(rankCase), rankCase.judgeLot ?? (() => HARMLESS));
}

export function householdFactsOf({
  pantry,
  prices = {},
  cooked = {},
  ...more
}: RankCase): HouseholdFacts {
  return {
    today: more.today ?? TODAY,
    lots: pantry === '' ? [] : pantry.split(', ').map(lot),
    prices: new Map(
      Object.entries(prices).map(([id, perKilo]) => [
        id,
        { perGram: perKilo / 1000, perPiece: null },
      ]),
    ),
    cookedDaysAgo: new Map(Object.entries(cooked)),
    useExpiring: more.useExpiring ?? false,
    locale: 'en' as const,
  };
}

export function recipe(id: string): Recipe {
  const found = shippedRecipes().get(id);
  if (found === undefined) throw new Error(`no recipe ${id}`);
  return found;
}

/** These recipes in the order in which they would be offered. */
export function offered(rankCase: RankCase, ids: readonly string[]): Ranked[] {
  const recipes = ids.map((id) => indexRecipe(recipe(id)));
  return [...rank(recipes, factsOf(rankCase), rankCase.judge ?? allowAll, rankCase.filter)];
}
