import type { Person } from '#shared/households/person.ts';

/** Somebody with an allergy, by its code, or with none. */
export function person(name: string, code: 'nuts' | 'eggs' | 'milk' | null, number = 1): Person {
  return {
    id: `0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e0${number}`,
    name,
    diet: null,
    allergies: code === null ? [] : [{ code, severity: 'allergy' }],
    dislikes: [],
  };
}
