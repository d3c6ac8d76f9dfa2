import type { RankFacts } from './facts.ts';
import type { JudgeLot } from './judge.ts';
import { splitLots } from './split-lots.ts';
import { type StockLot, stockOf } from './stock.ts';

/** What is known of a household before it is known who eats: all its lots. */
export interface HouseholdFacts extends Omit<RankFacts, 'stock' | 'avoided'> {
  readonly lots: readonly StockLot[];
}

type MealStock = Pick<RankFacts, 'today' | 'stock' | 'avoided'>;

/** By the lots as they were read, and by who judges them. */
const known = new WeakMap<readonly StockLot[], WeakMap<JudgeLot, MealStock>>();

/** The facts for a meal: its stock is what everybody who eats may have. */
export function factsFor({ lots, ...facts }: HouseholdFacts, judgeLot: JudgeLot): RankFacts {
  const stocks = known.get(lots) ?? new WeakMap<JudgeLot, MealStock>();
  known.set(lots, stocks);
  let meal = stocks.get(judgeLot);
  if (meal?.today !== facts.today) {
    meal = stocksFor(lots, facts.today, judgeLot);
    stocks.set(judgeLot, meal);
  }
  return { ...facts, ...meal };
}

function stocksFor(lots: readonly StockLot[], today: string, judgeLot: JudgeLot): MealStock {
  const { usable, refused } = splitLots(lots, (lot) => lot, judgeLot);
  const avoided = {
    stock: stockOf(
      refused.map(({ lot }) => lot),
      today,
    ),
    refusals: new Map(refused.map(({ lot, refusals }) => [lot.id, refusals])),
  };
  return { today, stock: stockOf(usable, today), avoided };
}
