import type { Need, PlanningProblem, ServingLot } from '#shared/planning/model.ts';
import type { Multipliers } from './multipliers.ts';
import type { Pot } from './pots.ts';

/** A need of a food that some lot serves. */
interface StockedNeed extends Need {
  /** Where its multiplier lies. */
  readonly at: number;
}

/**
 * What food costs at some multipliers. A cooking takes from the lots that are cheapest, each of them once at most, and
 * buys the rest by the gram; the real kitchen takes in a fixed order, and what others left, so it is never cheaper.
 */
export class RelaxedKitchen {
  readonly #problem: PlanningProblem;
  readonly #multipliers: Multipliers;
  readonly #stocked: readonly (readonly StockedNeed[])[];
  readonly #servedBy: readonly ServingLot[][];
  readonly #lotPrices: Float64Array;
  /** Of one unit of a food. */
  readonly #unitPrices: Float64Array;
  /** Of a dish: for each cooking, and for each serving, without what lots serve. */
  readonly #perCooking: Float64Array;
  readonly #perServing: Float64Array;
  readonly #prices: Float64Array;
  #vector: Float64Array = new Float64Array();

  constructor(problem: PlanningProblem, multipliers: Multipliers) {
    const { candidates, foods, lots } = problem;
    this.#problem = problem;
    this.#multipliers = multipliers;
    this.#servedBy = foods.map(({ servedBy }) => [...servedBy]);
    this.#stocked = candidates.map(({ needs }, dish) =>
      needs.flatMap((need, index) => {
        const at = (multipliers.needs[dish] ?? 0) + index;
        return this.#servedBy[need.food]?.length === 0 ? [] : [{ ...need, at }];
      }),
    );
    this.#lotPrices = new Float64Array(lots.length);
    this.#unitPrices = new Float64Array(foods.length);
    this.#perCooking = new Float64Array(candidates.length);
    this.#perServing = new Float64Array(candidates.length);
    this.#prices = new Float64Array(candidates.length);
  }

  /** Reckons with these multipliers from now on. */
  price(vector: Float64Array): void {
    const { lots, foods, candidates, weights } = this.#problem;
    const { lots: firstLot, foods: firstFood, candidates: firstDish, needs } = this.#multipliers;
    const { budget, spending } = this.#multipliers;
    const at = (index: number) => vector[index] ?? 0;
    this.#vector = vector;
    for (const [lot, { value, wasteRisk }] of lots.entries()) {
      this.#lotPrices[lot] = at(firstLot + lot) - weights.waste * value * wasteRisk;
    }
    for (const [food, { pack }] of foods.entries()) {
      const perPack = pack.price * (pack.keptShare + at(budget) / spending) + at(firstFood + food);
      this.#unitPrices[food] = perPack / pack.size;
      this.#servedBy[food]?.sort((a, b) => this.#priceOf(a) - this.#priceOf(b));
    }
    for (const [dish, candidate] of candidates.entries()) {
      let [perCooking, perServing] = [at(firstDish + dish), 0];
      for (const [index, { food, amount }] of candidate.needs.entries()) {
        if (this.#servedBy[food]?.length !== 0) continue;
        perCooking += at((needs[dish] ?? 0) + index);
        perServing += amount * (this.#unitPrices[food] ?? 0);
      }
      this.#perCooking[dish] = perCooking;
      this.#perServing[dish] = perServing;
    }
  }

  /** By candidate, what cooking it in this pot costs; overwritten by the next call. */
  pricesOf(pot: Pot): Float64Array {
    for (let dish = 0; dish < this.#prices.length; dish += 1) {
      let price = (this.#perCooking[dish] ?? 0) + (this.#perServing[dish] ?? 0) * pot.servings;
      for (const need of this.#stocked[dish] ?? []) price += this.#take(need, pot);
      this.#prices[dish] = price;
    }
    return this.#prices;
  }

  /** Adds what cooking a candidate takes to the gradient. */
  count(pot: Pot, dish: number, gradient: Float64Array): void {
    const { foods: firstFood, needs, budget, spending } = this.#multipliers;
    const add = (at: number, amount: number) => {
      gradient[at] = (gradient[at] ?? 0) + amount;
    };
    for (const [index, need] of (this.#problem.candidates[dish]?.needs ?? []).entries()) {
      const { food, amount } = need;
      const at = (needs[dish] ?? 0) + index;
      const wanted = amount * pot.servings;
      let bought = wanted;
      this.#take({ ...need, at }, pot, (lot, taken, share) => {
        add(lot, taken * share);
        bought = share === 0 ? 0 : bought - taken;
      });
      if (bought <= 0) continue;
      const { size = 1, price = 0 } = this.#problem.foods[food]?.pack ?? {};
      add(firstFood + food, bought / size);
      add(at, bought / wanted);
      add(budget, ((bought / size) * price) / spending);
    }
  }

  /**
   * What opening the first pack of each food saves against what is paid for it: below 0 it is opened, whoever
   * uses it.
   */
  openPacks(vector: Float64Array, gradient: Float64Array): number {
    const { foods: firstFood, needs } = this.#multipliers;
    const { foods, candidates } = this.#problem;
    const missing = foods.map(({ pack }, food) => {
      return pack.price * (1 - pack.keptShare) - (vector[firstFood + food] ?? 0);
    });
    const each = (visit: (food: number, at: number) => void) => {
      for (const [dish, candidate] of candidates.entries()) {
        for (const [index, { food }] of candidate.needs.entries()) {
          visit(food, (needs[dish] ?? 0) + index);
        }
      }
    };
    each((food, at) => {
      missing[food] = (missing[food] ?? 0) - (vector[at] ?? 0);
    });
    const isOpen = (food: number) => (missing[food] ?? 0) < 0;
    each((food, at) => {
      if (isOpen(food)) gradient[at] = (gradient[at] ?? 0) - 1;
    });
    let sum = 0;
    for (const food of foods.keys()) {
      if (!isOpen(food)) continue;
      sum += missing[food] ?? 0;
      gradient[firstFood + food] = (gradient[firstFood + food] ?? 0) - 1;
    }
    return sum;
  }

  #priceOf({ lot, share }: ServingLot): number {
    return share * (this.#lotPrices[lot] ?? 0);
  }

  /** @returns the least price of an amount */
  #take(
    { food, amount, at }: StockedNeed,
    { servings, day, avoids }: Pot,
    visit?: (lot: number, taken: number, share: number) => void,
  ): number {
    const wanted = amount * servings;
    const bought = (this.#unitPrices[food] ?? 0) + (this.#vector[at] ?? 0) / wanted;
    let [open, price] = [wanted, 0];
    for (const serving of this.#servedBy[food] ?? []) {
      const { lot, share } = serving;
      const each = this.#priceOf(serving);
      if (each >= bought) break;
      if ((this.#problem.lots[lot]?.lastDay ?? -1) < day || avoids.has(lot)) continue;
      const taken = share === 0 ? open : Math.min(open, 1 / share);
      visit?.(lot, taken, share);
      price += taken * each;
      open -= taken;
      if (open <= 0) return price;
    }
    return price + open * bought;
  }
}
