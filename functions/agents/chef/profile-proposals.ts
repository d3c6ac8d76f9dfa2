import type { ProfileProposal } from '#shared/chat/chef-answer.ts';
import { isGuest } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { missingIn, type ProfileAdditions } from '#shared/households/profile-additions.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { allergenName } from '#shared/safety/allergen-names.ts';
import { codeName } from './diet-names.ts';
import { allergiesSaid, dietSaid, isIllness } from './session-diners.ts';
import type { Restriction, Who } from './statements/statement.ts';

const WORDS = {
  pl: {
    profile: (name: string) => `w profilu: ${name}`,
    diet: (name: string) => `dieta ${name}`,
    allergy: (names: string) => `alergia: ${names}`,
    dislike: (names: string) => `nie je: ${names}`,
  },
  en: {
    profile: (name: string) => `in the profile of ${name}`,
    diet: (name: string) => `${name} diet`,
    allergy: (names: string) => `allergy: ${names}`,
    dislike: (names: string) => `does not eat: ${names}`,
  },
} as const;

/**
 * One proposal for each person of the household of whom something was said that their profile does not
 * have. What was said of guests, or of somebody who may be anybody, is in nobody's profile.
 */
export function profileProposals(
  added: readonly Restriction[],
  people: readonly Person[],
  language: Language,
): ProfileProposal[] {
  const household = people.filter((person) => !isGuest(person));
  return household.flatMap((person) => {
    const said = added.filter(({ who }) => isPerson(who, person, household));
    const adds = missingIn(person, additionsOf(said));
    if (adds === null) return [];
    return [
      {
        kind: 'profile',
        summary: summaryOf(person.name, adds, language),
        personId: person.id,
        adds,
      },
    ];
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

function summaryOf(
  name: string,
  { diet, allergies, dislikes }: ProfileAdditions,
  language: Language,
): string {
  const words = WORDS[language];
  const named = allergies.map((one) =>
    'code' in one ? allergenName(one.code, language) : one.term,
  );
  const parts = [
    ...(diet === null ? [] : [words.diet(codeName(diet, language))]),
    ...(named.length === 0 ? [] : [words.allergy(named.join(', '))]),
    ...(dislikes.length === 0 ? [] : [words.dislike(dislikes.join(', '))]),
  ];
  return `${words.profile(name)} – ${parts.join('; ')}`;
}
