import type { ProfileAdditions } from '#shared/households/profile-additions.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { allergenName } from '#shared/safety/allergen-names.ts';
import { codeName } from './diet-names.ts';

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

/** `w profilu: Ola – alergia: orzechy`: what is added to whose profile. */
export function profileSummary(
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
