import type { Criteria } from './criteria.ts';

/** The wishes of a session with those of one more message. */
export function mergedCriteria(before: Criteria, change: Criteria): Criteria {
  return {
    have: [...before.have, ...change.have],
    without: [...before.without, ...change.without],
    withoutEquipment: [...new Set([...before.withoutEquipment, ...change.withoutEquipment])],
    minutes: change.minutes ?? before.minutes,
    people: change.people ?? before.people,
    diet: change.diet ?? before.diet,
    meal: change.meal ?? before.meal,
    dish: change.dish ?? before.dish,
    useExpiring: change.useExpiring || before.useExpiring,
  };
}
