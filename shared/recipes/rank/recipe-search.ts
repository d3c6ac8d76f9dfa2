import { fold } from '#shared/language/fold.ts';
import { keyOfName, picturesOf } from '#shared/language/key-of-name.ts';
import { lemmaKeys, wordsOf } from '#shared/language/lemma.ts';
import { type Servings, servingsOf } from '#shared/products/relation/serves.ts';
import type { IndexedRecipe } from './index-recipe.ts';

const texts = new WeakMap<IndexedRecipe, string>();
const keys = new Map<string, readonly string[]>();

/**
 * Finds recipes whose title, ingredients or tags have every word of a search, in any case and
 * number, with or without diacritics; the beginning of a word is enough. Little words (`ze`, `z`,
 * `of`) ask for nothing; signs alone (`%`) find nothing.
 */
export function recipeSearch(wanted: string): (indexed: IndexedRecipe) => boolean {
  if (wanted.trim() !== '' && keyOfName(wanted, 'pl') === null) return () => false;
  const words = wordsOf(wanted).filter((word) => word.length > 2 || !/^[a-z]+$/.test(fold(word)));
  const asked = [
    ...words.map((word) => [fold(word), ...keysOf(word), ...foodsOf(word)]),
    ...picturesOf(wanted).map((picture) => [picture]),
  ];
  const whole = foodsOf(wanted);
  return (indexed) => {
    const text = textOf(indexed);
    const has = (form: string) => text.includes(` ${form}`);
    return asked.every((forms) => forms.some(has)) || whole.some(has);
  };
}

/** All words of a recipe, folded, as written and in their base forms. */
function textOf(indexed: IndexedRecipe): string {
  const known = texts.get(indexed);
  if (known !== undefined) return known;
  const { title, ingredients, tags } = indexed.recipe;
  const written = [title, ...ingredients.map(({ item }) => item), ...tags].join(' ');
  const foods = indexed.needs.flatMap(({ servings }) => foodsIn(servings));
  const words = wordsOf(written).flatMap((word) => [fold(word), ...keysOf(word)]);
  const all = new Set([...words, ...picturesOf(written), ...foods]);
  const text = ` ${[...all].join(' ')} `;
  texts.set(indexed, text);
  return text;
}

/** `jajkami` finds what needs `jaja`, however that recipe calls them; `ser` finds what needs gouda. */
function foodsOf(words: string): string[] {
  return foodsIn(servingsOf({ name: words })).map((food) => `${food} `);
}

/** A food and its kinds: what is needed of them is what whoever has a kind looks for. */
function foodsIn(servings: Servings): string[] {
  return [...servings].flatMap(([key, { kind }]) =>
    kind === 'stands-in' || key.startsWith('=') ? [] : [`#${key}`],
  );
}

/** The base forms of a word in both languages; a cookbook repeats its words, so they are kept. */
function keysOf(word: string): readonly string[] {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (keys.size > 50_000) keys.clear();
  const found = [...new Set([...lemmaKeys(word, 'pl'), ...lemmaKeys(word, 'en')])];
  keys.set(word, found);
  return found;
}
