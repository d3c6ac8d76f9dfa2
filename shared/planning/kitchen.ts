import type { Food, PlanningProblem } from './model.ts';

/** Less than this part of a need or a lot is nothing: numbers are rounded, food is not. */
export const NEARLY_NONE = 1e-9;

/** Told of everything that is taken and bought. */
export interface KitchenLog {
  /** @param share of the whole lot; 0 where any of it was enough */
  took(lot: number, share: number, food: number): void;
  /** @param used what went into the dish at once */
  bought(food: number, packs: number, used: number): void;
  /** Taken of a pack that was opened before. */
  usedRest(food: number, amount: number): void;
}

/** What is opened of a food that was bought. */
interface Rest {
  amount: number;
  lastDay: number;
}

/**
 * Stock as a plan goes through it, day by day: what expires first is taken first, then the rest of
 * what was bought, then whole packs are bought.
 */
export class Kitchen {
  readonly #problem: PlanningProblem;
  /** What is left of each lot, 1 … 0. */
  readonly #left: Float64Array;
  readonly #rests: Rest[];
  readonly #packs: Float64Array;
  readonly #log: KitchenLog | undefined;

  constructor(problem: PlanningProblem, log?: KitchenLog) {
    this.#problem = problem;
    this.#left = new Float64Array(problem.lots.length).fill(1);
    this.#rests = problem.foods.map(() => ({ amount: 0, lastDay: -1 }));
    this.#packs = new Float64Array(problem.foods.length);
    this.#log = log;
  }

  /** As it was before the plan, for these alone. */
  restock(lots: readonly number[], foods: readonly number[]): void {
    for (const lot of lots) this.#left[lot] = 1;
    for (const food of foods) {
      this.#packs[food] = 0;
      const rest = this.#rests[food];
      if (rest !== undefined) rest.amount = 0;
    }
  }

  left(lot: number): number {
    return this.#left[lot] ?? 0;
  }

  packs(food: number): number {
    return this.#packs[food] ?? 0;
  }

  /** Takes an amount of a food from stock, and buys what is not there. */
  take(index: number, amount: number, day: number, avoids: ReadonlySet<number>): void {
    const food = this.#problem.foods[index];
    const rest = this.#rests[index];
    if (food === undefined || rest === undefined) return;
    const open = this.#takeLots(food, index, amount, day, avoids);
    if (open > amount * NEARLY_NONE) this.#buy(food, index, rest, open, day);
  }

  /** @returns what the lots did not have */
  #takeLots(
    { servedBy }: Food,
    index: number,
    amount: number,
    day: number,
    avoids: ReadonlySet<number>,
  ): number {
    const { lots } = this.#problem;
    let open = amount;
    for (const { lot, share } of servedBy) {
      const there = this.#left[lot] ?? 0;
      if (there <= NEARLY_NONE || (lots[lot]?.lastDay ?? -1) < day || avoids.has(lot)) continue;
      const taken = Math.min(there, open * share);
      this.#left[lot] = there - taken;
      this.#log?.took(lot, taken, index);
      open = taken < there || share === 0 ? 0 : open - taken / share;
      if (open <= amount * NEARLY_NONE) return 0;
    }
    return open;
  }

  #buy({ pack }: Food, index: number, rest: Rest, wanted: number, day: number): void {
    let open = wanted;
    if (rest.amount > 0 && rest.lastDay >= day) {
      const used = Math.min(rest.amount, open);
      rest.amount -= used;
      open -= used;
      this.#log?.usedRest(index, used);
      if (open <= wanted * NEARLY_NONE) return;
    }
    const packs = Math.ceil(open / pack.size - NEARLY_NONE);
    this.#packs[index] = this.packs(index) + packs;
    rest.amount = Math.max(0, packs * pack.size - open);
    rest.lastDay = day + pack.keepsDays;
    this.#log?.bought(index, packs, open);
  }

  /** Expected loss of a lot by what is left of it, in grosze. */
  wasteOf(lot: number): number {
    const { value = 0, wasteRisk = 0 } = this.#problem.lots[lot] ?? {};
    return this.left(lot) * value * wasteRisk;
  }

  /** Grosze paid for a food. */
  costOf(food: number): number {
    return this.packs(food) * (this.#problem.foods[food]?.pack.price ?? 0);
  }

  /** What is bought and left of a food when the plan ends. */
  restOf(food: number): number {
    const rest = this.#rests[food];
    return rest === undefined || rest.lastDay < this.#problem.days - 1 ? 0 : rest.amount;
  }

  /** Grosze that the rest of a food is still worth. */
  keptValueOf(food: number): number {
    const pack = this.#problem.foods[food]?.pack;
    if (pack === undefined) return 0;
    return (this.restOf(food) / pack.size) * pack.price * pack.keptShare;
  }
}
