import type { Message } from '#shared/errors/user-error.ts';
import { allergenName } from './allergen-names.ts';
import type { Refusal } from './refusal.ts';

const MAX_WORDS = 3;

/** `Ola – orzeszki ziemne (masło orzechowe)`, for each person; in both languages. */
export function refusalText(refusals: readonly Refusal[]): Message {
  return { pl: inLanguage(refusals, 'pl'), en: inLanguage(refusals, 'en') };
}

function inLanguage(refusals: readonly Refusal[], language: keyof Message): string {
  return refusals
    .map(({ person, allergens, evidence }) => {
      const codes = allergens.map((code) => allergenName(code, language)).join(', ');
      return `${person} – ${codes} (${evidence.slice(0, MAX_WORDS).join(', ')})`;
    })
    .join('; ');
}
