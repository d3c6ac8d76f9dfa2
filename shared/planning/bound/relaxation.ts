import type { PlanningProblem } from '#shared/planning/model.ts';
import { type Cover, cheapestCover, type PricedBatch } from './cheapest-cover.ts';
import type { Multipliers } from './multipliers.ts';
import { type Pot, potsOf } from './pots.ts';
import { RelaxedKitchen } from './relaxed-kitchen.ts';

/** The cheapest dish of a batch at some multipliers. */
interface Dish extends PricedBatch {
  readonly pot: Pot;
  readonly candidate: number;
}

/**
 * The Lagrangian relaxation of a problem: what ties meals together (lots, whole packs, repetition, the budget) is paid
 * for by multipliers instead of being kept, so that the best plan is found batch by batch. For any multipliers no
 * plan costs less than this (see A. M. Geoffrion, Lagrangean relaxation for integer programming, 1974).
 */
export class Relaxation {
  readonly #problem: PlanningProblem;
  readonly #multipliers: Multipliers;
  readonly #pots: readonly (readonly Pot[])[];
  readonly #kitchen: RelaxedKitchen;
  /** Weighted value of what spoils if nothing is cooked. */
  readonly #unused: number;

  constructor(problem: PlanningProblem, multipliers: Multipliers) {
    this.#problem = problem;
    this.#multipliers = multipliers;
    this.#pots = potsOf(problem);
    this.#kitchen = new RelaxedKitchen(problem, multipliers);
    const { lots, weights } = problem;
    this.#unused = lots.reduce((sum, lot) => sum + lot.value * lot.wasteRisk * weights.waste, 0);
  }

  /** @param gradient is overwritten with a subgradient @returns the bound */
  bound(vector: Float64Array, gradient: Float64Array): number {
    this.#kitchen.price(vector);
    const cover = cheapestCover(this.#pots.map((pots) => pots.flatMap((pot) => this.#dishes(pot))));
    gradient.fill(0);
    this.#count(cover, gradient);
    return this.#unused + cover.price + this.#constants(vector, gradient);
  }

  /** By slot and candidate: the least price of a meal of it, cooked for one or several. */
  mealPrices(vector: Float64Array): Float64Array[] {
    this.#kitchen.price(vector);
    return this.#pots.map((pots) => {
      const least = new Float64Array(this.#problem.candidates.length).fill(Infinity);
      for (const pot of pots) {
        const prices = this.#kitchen.pricesOf(pot);
        for (const { eaters, penalties } of pot.batches) {
          for (const [dish, penalty] of penalties.entries()) {
            const price = (penalty + (prices[dish] ?? 0)) / (1 + eaters.length);
            if (price < (least[dish] ?? 0)) least[dish] = price;
          }
        }
      }
      return least;
    });
  }

  #dishes(pot: Pot): Dish[] {
    const prices = this.#kitchen.pricesOf(pot);
    return pot.batches.flatMap(({ eaters, penalties }) => {
      let [price, candidate] = [Number.POSITIVE_INFINITY, -1];
      for (let dish = 0; dish < penalties.length; dish += 1) {
        const sum = (penalties[dish] ?? 0) + (prices[dish] ?? 0);
        if (sum < price) [price, candidate] = [sum, dish];
      }
      return candidate === -1 ? [] : [{ pot, eaters, price, candidate }];
    });
  }

  /** How much of what is priced the cover takes. */
  #count({ batches }: Cover<Dish>, gradient: Float64Array): void {
    for (const { pot, candidate } of batches) {
      const at = this.#multipliers.candidates + candidate;
      gradient[at] = (gradient[at] ?? 0) + 1;
      this.#kitchen.count(pot, candidate, gradient);
    }
  }

  /** What there is of it for nothing: each lot once, each dish once, the budget; and packs that pay for themselves. */
  #constants(vector: Float64Array, gradient: Float64Array): number {
    const { lots, candidates, budget } = this.#problem;
    const { lots: firstLot, candidates: firstDish, budget: last, spending } = this.#multipliers;
    let sum = this.#kitchen.openPacks(vector, gradient);
    const give = (at: number, free: number) => {
      sum -= (vector[at] ?? 0) * free;
      gradient[at] = (gradient[at] ?? 0) - free;
    };
    for (const lot of lots.keys()) give(firstLot + lot, 1);
    for (const dish of candidates.keys()) give(firstDish + dish, 1);
    give(last, (budget ?? 0) / spending);
    return sum;
  }
}
