import { type Connections, connectFoods } from './connected-foods.ts';
import { Kitchen } from './kitchen.ts';
import {
  type Choice,
  MAX_EATERS,
  NOTHING,
  type Plan,
  type PlanningProblem,
  UNPLANNED,
} from './model.ts';
import { budgetPenalty, keepsUntil, repetitionPenalty } from './objective.ts';
import { type OptionTable, optionTable } from './option-table.ts';

/** One slot that gets something else. */
export interface Change {
  readonly slot: number;
  readonly choice: Choice;
}

/** What a group of foods costs in a plan. */
interface GroupCost {
  /** Weighted waste, and what is bought and not kept. */
  readonly loss: number;
  readonly cash: number;
}

interface Undo {
  readonly choices: readonly Change[];
  readonly costs: readonly (readonly [group: number, cost: GroupCost])[];
  readonly objective: number;
  readonly cash: number;
  readonly loss: number;
}

const NO_COST: GroupCost = { loss: 0, cash: 0 };

/**
 * A plan that is changed step by step. After a change only the foods it may matter for are reckoned
 * again; the objective is the one of `evaluate`.
 */
export class PlanSearch {
  readonly problem: PlanningProblem;
  readonly #choices: Choice[];
  readonly #connections: Connections;
  readonly #kitchen: Kitchen;
  readonly #table: OptionTable;
  readonly #costs: GroupCost[];
  readonly #eaters: number[][];
  #loss = 0;
  #cash = 0;
  #objective = 0;
  #undo: Undo | undefined;

  constructor(problem: PlanningProblem, plan?: Plan) {
    this.problem = problem;
    this.#choices = problem.slots.map((_, slot) => plan?.[slot] ?? NOTHING);
    this.#connections = connectFoods(problem);
    this.#kitchen = new Kitchen(problem);
    this.#table = optionTable(problem);
    this.#eaters = problem.slots.map((_, slot) => this.#eatersOf(slot));
    this.#costs = this.#connections.groups.map(() => NO_COST);
    this.#reckon(this.#connections.groups.keys());
    this.#objective = this.#sum();
  }

  get objective(): number {
    return this.#objective;
  }

  get plan(): Plan {
    return [...this.#choices];
  }

  choice(slot: number): Choice {
    return this.#choices[slot] ?? NOTHING;
  }

  /**
   * Makes the changes, if they are possible together.
   * @returns how much the objective grew; undefined when nothing was changed
   */
  change(changes: readonly Change[]): number | undefined {
    const before = changes.map(({ slot }) => ({ slot, choice: this.choice(slot) }));
    const touched = new Set<number>();
    for (const { slot } of changes) this.#touch(slot, touched);
    this.#put(changes);
    if (!this.#isPossible(changes)) {
      this.#put(before);
      return undefined;
    }
    for (const { slot } of changes) this.#touch(slot, touched);
    const { objective } = this;
    this.#undo = {
      choices: before,
      costs: Array.from(touched, (group) => [group, this.#costs[group] ?? NO_COST] as const),
      objective,
      cash: this.#cash,
      loss: this.#loss,
    };
    this.#reckon(touched);
    this.#objective = this.#sum();
    return this.#objective - objective;
  }

  /** Takes the last change back. */
  undo(): void {
    if (this.#undo === undefined) throw new Error('There is no change to take back');
    const { choices, costs, objective, cash, loss } = this.#undo;
    this.#put(choices);
    for (const [group, cost] of costs) this.#costs[group] = cost;
    this.#objective = objective;
    this.#cash = cash;
    this.#loss = loss;
    this.#undo = undefined;
  }

  #put(changes: readonly Change[]): void {
    for (const { slot, choice } of changes) {
      const old = this.choice(slot);
      this.#choices[slot] = choice;
      if ('leftoversOf' in old) this.#eaters[old.leftoversOf] = this.#eatersOf(old.leftoversOf);
      if ('leftoversOf' in choice)
        this.#eaters[choice.leftoversOf] = this.#eatersOf(choice.leftoversOf);
    }
  }

  #eatersOf(source: number): number[] {
    return this.#choices.flatMap((choice, slot) =>
      'leftoversOf' in choice && choice.leftoversOf === source ? slot : [],
    );
  }

  /** Groups of foods that what is eaten in a slot takes part in. */
  #touch(slot: number, touched: Set<number>): void {
    const choice = this.choice(slot);
    const dish = this.#dish('leftoversOf' in choice ? this.choice(choice.leftoversOf) : choice);
    for (const group of this.#connections.needs[dish]?.keys() ?? []) touched.add(group);
  }

  #dish(choice: Choice): number {
    return 'cook' in choice ? choice.cook : -1;
  }

  #isPossible(changes: readonly Change[]): boolean {
    return changes.every(({ slot, choice }) => {
      if ('nothing' in choice) return this.#eaters[slot]?.length === 0;
      if ('leftoversOf' in choice) {
        const source = choice.leftoversOf;
        const isAlone = (this.#eaters[source]?.length ?? 0) <= MAX_EATERS;
        return isAlone && this.#eaters[slot]?.length === 0 && this.#mayEat(source, slot);
      }
      if (Number.isNaN(this.#table.penalty(slot, choice.cook))) return false;
      return this.#eaters[slot]?.every((eater) => this.#mayEat(slot, eater)) ?? true;
    });
  }

  #mayEat(source: number, eater: number): boolean {
    const dish = this.#dish(this.choice(source));
    if (!keepsUntil(this.problem, source, eater, dish)) return false;
    return !Number.isNaN(this.#table.eatenPenalty(eater, dish));
  }

  #reckon(groups: Iterable<number>): void {
    for (const group of groups) {
      const before = this.#costs[group] ?? NO_COST;
      const now = this.#costOf(group);
      this.#costs[group] = now;
      this.#loss += now.loss - before.loss;
      this.#cash += now.cash - before.cash;
    }
  }

  #costOf(group: number): GroupCost {
    const { lots = [], foods = [] } = this.#connections.groups[group] ?? {};
    const kitchen = this.#kitchen;
    kitchen.restock(lots, foods);
    for (const [index, slot] of this.problem.slots.entries()) {
      const needs = this.#connections.needs[this.#dish(this.choice(index))]?.get(group);
      if (needs === undefined) continue;
      const servings = this.#servings(index);
      const avoids = this.#avoids(index);
      for (const { food, amount } of needs) kitchen.take(food, amount * servings, slot.day, avoids);
    }
    let [waste, cash, kept] = [0, 0, 0];
    for (const lot of lots) waste += kitchen.wasteOf(lot);
    for (const food of foods) {
      cash += kitchen.costOf(food);
      kept += kitchen.keptValueOf(food);
    }
    return { loss: waste * this.problem.weights.waste + cash - kept, cash };
  }

  #servings(slot: number): number {
    const { slots } = this.problem;
    let servings = slots[slot]?.servings ?? 0;
    for (const eater of this.#eaters[slot] ?? []) servings += slots[eater]?.servings ?? 0;
    return servings;
  }

  #avoids(slot: number): ReadonlySet<number> {
    const { slots } = this.problem;
    const own = slots[slot]?.avoids ?? new Set();
    const others = (this.#eaters[slot] ?? []).flatMap((eater) => slots[eater]?.avoids ?? []);
    if (others.every((avoids) => avoids === own)) return own;
    return new Set([own, ...others].flatMap((avoids) => [...avoids]));
  }

  #sum(): number {
    const times = new Map<number, number>();
    let total = this.#loss + budgetPenalty(this.#cash, this.problem);
    for (const [slot, choice] of this.#choices.entries()) {
      if ('cook' in choice) {
        total += this.#table.penalty(slot, choice.cook);
        times.set(choice.cook, (times.get(choice.cook) ?? 0) + 1);
      } else if ('leftoversOf' in choice) {
        const dish = this.#dish(this.choice(choice.leftoversOf));
        total += this.#table.eatenPenalty(slot, dish) + this.problem.weights.leftovers;
      } else total += UNPLANNED;
    }
    for (const count of times.values()) total += repetitionPenalty(count, this.problem);
    return total;
  }
}
