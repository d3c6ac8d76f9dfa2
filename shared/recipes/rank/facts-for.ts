import type { RankFacts } from './facts.ts';
import type { JudgeLot } from './judge.ts';
import { splitLots } from './split-lots.ts';
import { type StockLot, stockOf } from './stock.ts';

/** What is known of a household before it is known who eats: all its lots. */
export interface HouseholdFacts extends Omit<RankFacts, 'stock' | 'avoided'> {
  readonly lots: readonly StockLot[];
}

/** The facts for a meal: its stock is what everybody who eats may have. */
export function factsFor({ lots, ...facts }: HouseholdFacts, judgeLot: JudgeLot): RankFacts {
  const { usable, refused } = splitLots(lots, (lot) => lot, judgeLot);
  const avoided = {
    stock: stockOf(
      refused.map(({ lot }) => lot),
      facts.today,
    ),
    refusals: new Map(refused.map(({ lot, refusals }) => [lot.id, refusals])),
  };
  return { ...facts, stock: stockOf(usable, facts.today), avoided };
}
