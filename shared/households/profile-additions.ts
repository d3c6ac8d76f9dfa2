import * as z from 'zod/mini';
import { fold } from '#shared/language/fold.ts';
import { Allergy, NewPerson, type Person } from './person.ts';

/** What is added to somebody's profile; what stands there stays. */
export const ProfileAdditions = z.object({
  /** Takes the place of another diet; null leaves it. */
  diet: NewPerson.shape.diet,
  allergies: z.array(Allergy),
  dislikes: NewPerson.shape.dislikes,
});
export type ProfileAdditions = z.infer<typeof ProfileAdditions>;

/** What of it the profile does not have yet, each once; null when it has all. */
export function missingIn(
  { diet, allergies, dislikes }: Pick<Person, 'diet' | 'allergies' | 'dislikes'>,
  adds: ProfileAdditions,
): ProfileAdditions | null {
  const known = allergies.filter(({ severity }) => severity === 'allergy').map(keyOfAllergy);
  const disliked = new Set(dislikes.map(fold));
  const missing = {
    diet: adds.diet === diet ? null : adds.diet,
    allergies: onceEach(adds.allergies, keyOfAllergy).filter(
      (one) => !known.includes(keyOfAllergy(one)),
    ),
    dislikes: onceEach(adds.dislikes, fold).filter((name) => !disliked.has(fold(name))),
  };
  const isEmpty = missing.diet === null && missing.allergies.length + missing.dislikes.length === 0;
  return isEmpty ? null : missing;
}

/** The profile with what it did not have. An allergy takes the place of an intolerance to the same. */
export function withAdditions(
  person: Pick<Person, 'diet' | 'allergies' | 'dislikes'>,
  adds: ProfileAdditions,
): Pick<Person, 'diet' | 'allergies' | 'dislikes'> {
  const missing = missingIn(person, adds);
  if (missing === null) return person;
  const added = new Set(missing.allergies.map(keyOfAllergy));
  return {
    diet: missing.diet ?? person.diet,
    allergies: [
      ...person.allergies.filter((one) => !added.has(keyOfAllergy(one))),
      ...missing.allergies,
    ],
    dislikes: [...person.dislikes, ...missing.dislikes],
  };
}

function keyOfAllergy(allergy: Allergy): string {
  return 'code' in allergy ? allergy.code : `own:${fold(allergy.term)}`;
}

function onceEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
