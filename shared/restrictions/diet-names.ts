import type { Message } from '#shared/errors/user-error.ts';
import type { Diet } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { allergenName } from '#shared/safety/allergen-names.ts';

const NAMES: Readonly<Record<Diet, Message>> = {
  omnivore: { pl: 'wszystko', en: 'everything' },
  pescatarian: { pl: 'dieta peskatariańska', en: 'pescatarian diet' },
  vegetarian: { pl: 'dieta wegetariańska', en: 'vegetarian diet' },
  vegan: { pl: 'dieta wegańska', en: 'vegan diet' },
  'lactose-free': { pl: 'dieta bez laktozy', en: 'lactose-free diet' },
  'gluten-free': { pl: 'dieta bezglutenowa', en: 'gluten-free diet' },
  'pork-free': { pl: 'dieta bez wieprzowiny', en: 'diet without pork' },
  halal: { pl: 'dieta halal', en: 'halal diet' },
};
const BY_CODE: ReadonlyMap<string, Message> = new Map(Object.entries(NAMES));

/** An allergen or a diet by its code, in words; anything else is somebody's own words. */
export function codeName(code: string, language: Language): string {
  return BY_CODE.get(code)?.[language] ?? allergenName(code, language);
}
