import type { Message } from '#shared/errors/user-error.ts';
import type { Allergen } from '#shared/households/person.ts';

/** The fourteen as people call them. */
const NAMES: Readonly<Record<Allergen, Message>> = {
  gluten: { pl: 'gluten', en: 'gluten' },
  crustaceans: { pl: 'skorupiaki', en: 'crustaceans' },
  eggs: { pl: 'jaja', en: 'eggs' },
  fish: { pl: 'ryby', en: 'fish' },
  peanuts: { pl: 'orzeszki ziemne', en: 'peanuts' },
  soybeans: { pl: 'soja', en: 'soya' },
  milk: { pl: 'mleko', en: 'milk' },
  nuts: { pl: 'orzechy', en: 'nuts' },
  celery: { pl: 'seler', en: 'celery' },
  mustard: { pl: 'gorczyca', en: 'mustard' },
  sesame: { pl: 'sezam', en: 'sesame' },
  sulphites: { pl: 'siarczyny', en: 'sulphites' },
  lupin: { pl: 'łubin', en: 'lupin' },
  molluscs: { pl: 'mięczaki', en: 'molluscs' },
};
const BY_CODE: ReadonlyMap<string, Message> = new Map(Object.entries(NAMES));

/** A code in words; a diet and a person's own words are said as they are. */
export function allergenName(code: string, language: keyof Message): string {
  return BY_CODE.get(code)?.[language] ?? code;
}
