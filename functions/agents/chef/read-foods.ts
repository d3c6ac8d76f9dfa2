import { fold } from '#shared/language/fold.ts';
import { wordsOf } from '#shared/language/lemma.ts';
import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { englishProduct } from '#shared/recipes/ingredients/english-product.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { NamedFood } from './criteria.ts';
import words from './data/chef-words.json' with { type: 'json' };
import type { MessageScanner } from './message-scanner.ts';

const STOP_WORDS = new Set(words.idle);
const DISH_WORDS = new Set(words.dishes);
const MAX_FOOD_WORDS = 3;

const LIST =
  "([a-z][a-z '-]{1,60}?)(?=$|[;,.?!]| (?:w |na |dla |do |w$|in |for |but |ale |a |z |with |mam |i mam |please|prosze|under |within |quick))";
const WITHOUT = [
  new RegExp(
    `\\b(?:bez|nie lubi\\w*|nie jem|nie jemy|nie mam|nie chce|nie moze byc|oprocz|byle nie|tylko nie) ${LIST}`,
  ),
  new RegExp(
    `\\b(?:without|no|not|don'?t like|hates?|don'?t have|doesn'?t like|don'?t eat|except|skip|leave out|hold) (?:any |the |an? )?${LIST}`,
  ),
];

/** `bez cebuli i czosnku`, `nie lubię grzybów`, `without onion or garlic`: what must not be in it. */
export function readWithout(scanner: MessageScanner, language: Language): NamedFood[] {
  const found: NamedFood[] = [];
  for (let round = 0; round < 4; round += 1) {
    const taken = WITHOUT.map((pattern) => scanner.take(pattern)).find((one) => one !== undefined);
    if (taken === undefined) break;
    const named = taken.match[1] ?? '';
    // Its place in the written text, which keeps the diacritics.
    const at = taken.match[0].length - named.length;
    found.push(...foodsOf(taken.written.slice(at), language));
  }
  return found;
}

/** Foods in a text, in any form; a word nobody knows is a food only when all that is left is that. */
export function readHave(
  scanner: MessageScanner,
  language: Language,
): { have: NamedFood[]; dish: string | null } {
  const found: NamedFood[] = [];
  const dishes: string[] = [];
  for (const piece of scanner.rest.split(
    /[;,.?!:]|\s(?:i|oraz|and|or|lub|albo|z|ze|with|plus)\s/,
  )) {
    const all = wordsOf(piece).filter((word) => !STOP_WORDS.has(fold(word)));
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
      else if (food !== undefined) found.push(food);
      at += isDish(word) ? 2 : length;
    }
  }
  return { have: unique(found), dish: dishes[0] ?? null };
}

/** Every part of a list names a thing, known or not. */
export function foodsOf(text: string, language: Language): NamedFood[] {
  return unique(
    text.split(/,|\s(?:i|ani|oraz|albo|lub|and|or|nor)\s/).flatMap((part) => {
      const all = wordsOf(part).filter((word) => !STOP_WORDS.has(fold(word)));
      if (all.length === 0) return [];
      const { thing: food } = longestFood(all.slice(0, MAX_FOOD_WORDS), language);
      return [food ?? { name: all.join(' '), productId: null }];
    }),
  );
}

function longestFood(
  all: readonly string[],
  language: Language,
): { thing: NamedFood | undefined; length: number } {
  for (let length = all.length; length > 0; length -= 1) {
    const name = all.slice(0, length).join(' ');
    const productId = productOf(name, language);
    if (productId === undefined) continue;
    // Written in any case, shown in the nominative.
    const productName = products().get(productId)?.[language] ?? name;
    return { thing: { name: productName, productId }, length };
  }
  return { thing: undefined, length: 1 };
}

function productOf(name: string, language: Language): string | undefined {
  const other = language === 'en' ? englishProduct(name) : null;
  const id = other ?? productOfWord(name, language);
  return id === 'woda' ? undefined : id;
}

function isDish(word: string): boolean {
  const plain = fold(word);
  return [...DISH_WORDS].some((dish) => plain.startsWith(dish));
}

function unique(foods: readonly NamedFood[]): NamedFood[] {
  const seen = new Set<string>();
  return foods.filter(({ name, productId }) => {
    const key = productId ?? fold(name);
    return !seen.has(key) && seen.add(key);
  });
}
