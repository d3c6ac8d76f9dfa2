import { fold } from '#shared/language/fold.ts';
import { wordsOf } from '#shared/language/lemma.ts';
import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { englishProduct } from '#shared/recipes/ingredients/english-product.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/chef-words.json' with { type: 'json' };
import type { Said } from './said.ts';
import type { Thing } from './wish.ts';

const IDLE = new Set(words.idle);
const DISHES = new Set(words.dishes);
const LONGEST = 3;

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
export function readWithout(said: Said, language: Language): Thing[] {
  const found: Thing[] = [];
  for (let round = 0; round < 4; round += 1) {
    const taken = WITHOUT.map((pattern) => said.take(pattern)).find((one) => one !== undefined);
    if (taken === undefined) break;
    const named = taken.match[1] ?? '';
    // Its place in the written text, which keeps the diacritics.
    const at = taken.match[0].length - named.length;
    found.push(...thingsOf(taken.written.slice(at), language));
  }
  return found;
}

/** Foods in a text, in any form; a word nobody knows is a food only when all that is left is that. */
export function readHave(said: Said, language: Language): { have: Thing[]; dish: string | null } {
  const found: Thing[] = [];
  const dishes: string[] = [];
  for (const piece of said.rest.split(/[;,.?!:]|\s(?:i|oraz|and|or|lub|albo|z|ze|with|plus)\s/)) {
    const all = wordsOf(piece).filter((word) => !IDLE.has(fold(word)));
    for (let at = 0; at < all.length; ) {
      const { thing, length } = longest(all.slice(at, at + LONGEST), language);
      const word = all[at] ?? '';
      if (isDish(word))
        dishes.push(
          all
            .slice(at, at + 2)
            .filter((one) => one.length > 2)
            .join(' '),
        );
      else if (thing !== undefined) found.push(thing);
      at += isDish(word) ? 2 : length;
    }
  }
  return { have: unique(found), dish: dishes[0] ?? null };
}

/** Every part of a list names a thing, known or not. */
export function thingsOf(text: string, language: Language): Thing[] {
  return unique(
    text.split(/,|\s(?:i|ani|oraz|albo|lub|and|or|nor)\s/).flatMap((part) => {
      const all = wordsOf(part).filter((word) => !IDLE.has(fold(word)));
      if (all.length === 0) return [];
      const { thing } = longest(all.slice(0, LONGEST), language);
      return [thing ?? { name: all.join(' '), productId: null }];
    }),
  );
}

function longest(
  all: readonly string[],
  language: Language,
): { thing: Thing | undefined; length: number } {
  for (let length = all.length; length > 0; length -= 1) {
    const name = all.slice(0, length).join(' ');
    const productId = productOf(name, language);
    if (productId === undefined) continue;
    // Said in any case, told in the nominative.
    const said = products().get(productId)?.[language] ?? name;
    return { thing: { name: said, productId }, length };
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
  return [...DISHES].some((dish) => plain.startsWith(dish));
}

function unique(things: readonly Thing[]): Thing[] {
  const seen = new Set<string>();
  return things.filter(({ name, productId }) => {
    const key = productId ?? fold(name);
    return !seen.has(key) && seen.add(key);
  });
}
