import { isGuest } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { missingIn, type ProfileAdditions } from '#shared/households/profile-additions.ts';
import type { ProfilePayload } from '#shared/proposals/schemas/profile.ts';
import { allergiesSaid, dietSaid, isIllness } from '#shared/restrictions/session-diners.ts';
import type { Restriction, Who } from '#shared/statements/statement.ts';

/**
 * One proposal for each person of the household of whom something was said that their profile does not
 * have. What was said of guests, or of somebody who may be anybody, is in nobody's profile.
 */
export function profileProposals(
  added: readonly Restriction[],
  people: readonly Person[],
): ProfilePayload[] {
  const household = people.filter((person) => !isGuest(person));
  return household.flatMap((person) => {
    const said = added.filter(({ who }) => isPerson(who, person, household));
    const adds = missingIn(person, additionsOf(said));
    if (adds === null) return [];
    return [{ kind: 'profile' as const, personId: person.id, name: person.name, adds }];
  });
}

/** By name; who speaks is known where only one person eats. */
function isPerson({ role, personId }: Who, person: Person, household: readonly Person[]): boolean {
  if (personId !== null) return personId === person.id;
  return role === 'speaker' && household.length === 1;
}

/** `Without` is of one meal, and less of something is no ban. */
function additionsOf(said: readonly Restriction[]): ProfileAdditions {
  return {
    diet: dietSaid(said),
    allergies: allergiesSaid(said.filter(isIllness)),
    dislikes: said
      .filter(({ reason }) => reason === 'refusal' || reason === 'dislike')
      .map(({ food }) => food.name),
  };
}
