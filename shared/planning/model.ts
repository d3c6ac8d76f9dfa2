/**
 * A planning problem as plain data: who may eat what is decided before (by the allergy gate, on recipes
 * and lots), amounts are numbers, money is grosze, days count from the first day of the plan. The same
 * problem and seed give the same plan on any machine.
 */
export interface PlanningProblem {
  readonly days: number;
  /** In the order in which they are eaten. */
  readonly slots: readonly Slot[];
  readonly candidates: readonly Candidate[];
  readonly foods: readonly Food[];
  readonly lots: readonly StockedLot[];
  /** Grosze that may be spent in the shop; null for any sum. */
  readonly budget: number | null;
  readonly weights: Weights;
}

/** What counts how much, in grosze. */
export interface Weights {
  /** For each grosz of food that spoils. */
  readonly waste: number;
  /** For a dish that is cooked again within the plan. */
  readonly repetition: number;
  /** For a meal of what was cooked before. */
  readonly leftovers: number;
}

export const WEIGHTS: Weights = { waste: 3, repetition: 600, leftovers: 250 };

/** One meal. */
export interface Slot {
  readonly id: string;
  readonly day: number;
  readonly servings: number;
  /** What may be cooked, by candidate; nothing else may. */
  readonly options: readonly Option[];
  /** Slots before it whose dish may be eaten here again, by index. */
  readonly leftoversFrom: readonly number[];
  /** Lots that somebody who eats here must not have, by index. */
  readonly avoids: ReadonlySet<number>;
}

export interface Option {
  /** Index of the candidate. */
  readonly candidate: number;
  /** Grosze: what speaks against cooking it here, below zero what speaks for it (minutes, weather, taste). */
  readonly penalty: number;
  /** The same where it is eaten as leftovers: without the minutes. */
  readonly eatenPenalty: number;
}

/** A recipe that could be cooked. */
export interface Candidate {
  readonly id: string;
  readonly needs: readonly Need[];
  /** Days after which its leftovers are no longer eaten; 0 when they are not kept. */
  readonly keepsDays: number;
}

export interface Need {
  /** Index of the food. */
  readonly food: number;
  /** For one serving, in the food's unit. */
  readonly amount: number;
}

/** What recipes ask for: what of the pantry serves, and what a pack of it costs. */
export interface Food {
  readonly id: string;
  readonly name: string;
  readonly unit: 'g' | 'ml' | 'szt' | 'opak';
  /** In the order in which cooking takes them. */
  readonly servedBy: readonly ServingLot[];
  readonly pack: Pack;
}

export interface ServingLot {
  /** Index of the lot. */
  readonly lot: number;
  /** How much of the whole lot one unit of the food takes; 0 where any of it is enough. */
  readonly share: number;
}

export interface Pack {
  /** In the food's unit, more than 0. */
  readonly size: number;
  /** Grosze. */
  readonly price: number;
  /** Days in which what is left of an opened pack is still used. */
  readonly keepsDays: number;
  /** What part of the value of such a rest is not lost when the plan ends, 0 … 1. */
  readonly keptShare: number;
}

export interface StockedLot {
  readonly id: string;
  readonly name: string;
  /** Grosze for all of it. */
  readonly value: number;
  /** How likely it spoils if the plan leaves it, 0 … 1: 1 when its date is within the plan. */
  readonly wasteRisk: number;
  /** The last day on which it is cooked with; infinite for what has no date. */
  readonly lastDay: number;
}

/** What a slot gets: a dish that is cooked for it, or the leftovers of an earlier slot. */
export type Choice =
  | { readonly cook: number }
  | { readonly leftoversOf: number }
  | { readonly nothing: true };

/** A choice for each slot of the problem. */
export type Plan = readonly Choice[];

/** Later meals that eat of what is cooked once: a pot for three meals is enough of one dish. */
export const MAX_EATERS = 2;

export const NOTHING: Choice = { nothing: true };

/** Grosze that a slot without a meal costs: more than any meal. */
export const UNPLANNED = 1_000_000;
/** Grosze for each grosz over the budget: no plan gains by breaking it. */
export const OVER_BUDGET = 100;
