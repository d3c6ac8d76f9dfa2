import { fold } from '#shared/language/fold.ts';
import { maybeSameWord, wordsOf } from '#shared/language/lemma.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/food-words.json' with { type: 'json' };
import { foodNamed, type NamedFood, productNamed, type WrittenFood } from './named-food.ts';

/** Words that say nothing of foods. */
const STOP_WORDS = new Set(words.idle);
const DISH_WORDS = new Set(words.dishes);
export const MAX_FOOD_WORDS = 3;

/** Foods in a text. */
export interface FoundFoods {
  readonly have: NamedFood[];
  /** The same, each as often as it stands there, with the words it was written by. */
  readonly written: readonly WrittenFood[];
  readonly dish: string | null;
  /** Words that name no food and no dish, without those that say nothing. */
  readonly others: readonly string[];
}

/** Foods in a text, in any form. */
export function foodsIn(text: string, language: Language): FoundFoods {
  const found: WrittenFood[] = [];
  const dishes: string[] = [];
  const others: string[] = [];
  for (const piece of text.split(/[;,.?!:]|\s(?:i|oraz|and|or|lub|albo|z|ze|with|plus)\s/)) {
    const all = wordsOf(piece).filter((word) => !isIdle(word));
    for (let at = 0; at < all.length; ) {
      const { thing: food, length } = longestFood(all.slice(at, at + MAX_FOOD_WORDS), language);
      const word = all[at] ?? '';
      if (isDish(word))
        dishes.push(
          all
            .slice(at, at + 2)
            .filter((one) => one.length > 2)
            .join(' '),
        );
      else if (food !== undefined)
        found.push({ food, written: all.slice(at, at + length).join(' ') });
      else others.push(word);
      at += isDish(word) ? 2 : length;
    }
  }
  return {
    have: unique(found.map(({ food }) => food)),
    written: found,
    dish: dishes[0] ?? null,
    others,
  };
}

/** `mąkę` is flour, although `make` without its marks is idle. */
export function isIdle(word: string): boolean {
  const plain = fold(word);
  return STOP_WORDS.has(plain) && (plain === word || productNamed(word, 'pl') === undefined);
}

/** The longest name of a food that words in a row begin with. */
export function longestFood(
  all: readonly string[],
  language: Language,
): { thing: NamedFood | undefined; length: number } {
  for (let length = all.length; length > 0; length -= 1) {
    const name = all.slice(0, length).join(' ');
    const thing = foodNamed(name, language);
    if (thing !== undefined) return { thing, length };
  }
  return { thing: undefined, length: 1 };
}

function isDish(word: string): boolean {
  const plain = fold(word);
  return [...DISH_WORDS].some((dish) => plain.startsWith(dish));
}

/** One product, or one name in whatever case: `grzyby`, `grzybów`. */
export function isSameFood(a: NamedFood, b: NamedFood): boolean {
  if (a.productId !== null || b.productId !== null) return a.productId === b.productId;
  const [words, others] = [wordsOf(a.name), wordsOf(b.name)];
  return (
    words.length === others.length &&
    words.every((word, at) => maybeSameWord(word, others[at] ?? ''))
  );
}

function keyOfFood({ name, productId }: NamedFood): string {
  return productId ?? fold(name);
}

/** Each food once. */
export function unique(foods: readonly NamedFood[]): NamedFood[] {
  const seen = new Set<string>();
  return foods.filter((food) => {
    const key = keyOfFood(food);
    return !seen.has(key) && seen.add(key);
  });
}
