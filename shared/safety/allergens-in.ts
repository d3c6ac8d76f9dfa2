import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import type { FoodReading } from './read-food.ts';

/** The allergens of a reading; one may be sure by one word and perhaps there by another. */
export function allergensIn({ findings }: Pick<FoodReading, 'findings'>) {
  const codes = (level: 'contains' | 'may-contain'): ReadonlySet<Allergen> =>
    new Set(
      ALLERGENS.filter((code) =>
        findings.some((one) => one.substance === code && one.level === level),
      ),
    );
  return { contains: codes('contains'), mayContain: codes('may-contain') };
}
