import { wordsOf } from '#shared/language/lemma.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import {
  type FoundFoods,
  foodsIn,
  isIdle,
  longestFood,
  MAX_FOOD_WORDS,
  unique,
} from '#shared/statements/foods-in.ts';
import type { MessageScanner } from '#shared/statements/message-scanner.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';

/** Foods that are left of a message once everything else was read. */
export function readHave(
  scanner: MessageScanner,
  language: Language,
): Pick<FoundFoods, 'have' | 'dish'> {
  return foodsIn(scanner.rest, language);
}

/** Every part of a list names a thing, known or not. */
export function foodsOf(text: string, language: Language): NamedFood[] {
  return unique(
    text.split(/,|\s(?:i|ani|oraz|albo|lub|and|or|nor)\s/).flatMap((part) => {
      const all = wordsOf(part).filter((word) => !isIdle(word));
      if (all.length === 0) return [];
      const { thing: food } = longestFood(all.slice(0, MAX_FOOD_WORDS), language);
      return [food ?? { name: all.join(' '), productId: null }];
    }),
  );
}
