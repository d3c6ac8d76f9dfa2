import type { Need, PlanningProblem } from './model.ts';

/** Foods that compete for the same lots; what one recipe takes of them changes nothing for others. */
export interface ConnectedFoods {
  readonly foods: readonly number[];
  readonly lots: readonly number[];
}

/** Of a candidate: what it needs of connected foods, by their index. */
export type NeedsByGroup = ReadonlyMap<number, readonly Need[]>;

export interface Connections {
  readonly groups: readonly ConnectedFoods[];
  /** By candidate. */
  readonly needs: readonly NeedsByGroup[];
}

/** Splits the foods, so that a change of one dish is reckoned again only where it may matter. */
export function connectFoods({ foods, candidates, lots }: PlanningProblem): Connections {
  const groupOfFood = new Int32Array(foods.length).fill(-1);
  const foodsOfLot = new Map<number, number[]>();
  for (const [food, { servedBy }] of foods.entries()) {
    for (const { lot } of servedBy) foodsOfLot.set(lot, [...(foodsOfLot.get(lot) ?? []), food]);
  }
  const groups: ConnectedFoods[] = [];
  for (const first of foods.keys()) {
    if (groupOfFood[first] !== -1) continue;
    groupOfFood[first] = groups.length;
    const reached = [first];
    const reachedLots = new Set<number>();
    for (const food of reached) {
      for (const { lot } of foods[food]?.servedBy ?? []) {
        if (reachedLots.has(lot)) continue;
        reachedLots.add(lot);
        for (const other of foodsOfLot.get(lot) ?? []) {
          if (groupOfFood[other] !== -1) continue;
          groupOfFood[other] = groups.length;
          reached.push(other);
        }
      }
    }
    groups.push({ foods: reached, lots: [...reachedLots] });
  }
  // What nothing is cooked of spoils in every plan.
  const unserved = lots.flatMap((_, lot) => (foodsOfLot.has(lot) ? [] : lot));
  groups.push({ foods: [], lots: unserved });
  const needs = candidates.map(({ needs }) =>
    Map.groupBy(needs, ({ food }) => groupOfFood[food] ?? -1),
  );
  return { groups, needs };
}
