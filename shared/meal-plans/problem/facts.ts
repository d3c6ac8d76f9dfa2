import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Price } from '#shared/recipes/rank/facts.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { StockLot } from '#shared/recipes/rank/stock.ts';

/** What a household last bought of a product. */
export interface BoughtPack {
  readonly size: number;
  readonly unit: 'g' | 'ml' | 'szt' | 'opak';
  /** Grosze. */
  readonly price: number;
}

/** A lot with its share of the price that was paid for it. */
export interface ValuedLot extends StockLot {
  /** Grosze; null when no receipt says. */
  readonly value: number | null;
  /** Whether it is in the freezer. */
  readonly frozen: boolean;
  /** Whether it was in one before: what was thawed is not frozen again. */
  readonly wasFrozen: boolean;
}

export interface DayForecast {
  readonly date: string;
  /** °C by day. */
  readonly max: number;
  /** mm; null when nobody says. */
  readonly precipitation: number | null;
}

/** What planning knows of a household, before who eats and what is wished. */
export interface PlanningFacts {
  readonly today: string;
  readonly lots: readonly ValuedLot[];
  readonly book: readonly IndexedRecipe[];
  /** By product id. */
  readonly packs: ReadonlyMap<string, BoughtPack>;
  /** By product id: what candidates are ranked by, as recipes are. */
  readonly prices: ReadonlyMap<string, Price>;
  readonly cookedDaysAgo: ReadonlyMap<string, number>;
  /** Empty when nothing is known. */
  readonly forecast: readonly DayForecast[];
  readonly locale: Language;
}
