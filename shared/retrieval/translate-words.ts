import { foldedWords } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { products } from '#shared/products/product.ts';
import { productIn } from '#shared/products/product-of-word.ts';
import entries from './data/translations.json' with { type: 'json' };
import { contentWords } from './terms.ts';

/** Letters that two forms of a word share from its beginning; a shorter word must be the same. */
const STEM = 5;

type Dictionary = ReadonlyMap<string, readonly string[]>;
const dictionaries = { pl: dictionaryOf(0, 1), en: dictionaryOf(1, 0) };

/**
 * Words of the other language that may be what the words of a question mean: of kitchens, appliances and
 * documents by a list, of foods by the names of products. `jak odkamienić` → `descale descaling limescale
 * scale`. Generous: several meanings of one word are all given.
 */
export function translateWords(question: string, from: Language): string[] {
  const found = contentWords(question).flatMap((word) => [
    ...(dictionaries[from].get(stemOf(word)) ?? []),
    ...foodIn(word, from),
  ]);
  return [...new Set(found)];
}

/**
 * What one word may mean in the other language: of a food its names alone, for the list would answer a
 * question about salmon with cod.
 */
export function meaningsOf(word: string, from: Language): string[] {
  const food = foodIn(word, from);
  return food.length > 0 ? food : [...new Set(dictionaries[from].get(stemOf(word)) ?? [])];
}

function foodIn(word: string, from: Language): string[] {
  const id = productIn(word, from);
  const product = id === undefined ? undefined : products().get(id);
  return product === undefined ? [] : foldedWords(from === 'pl' ? product.en : product.pl);
}

/** Words by their stem, each with all that stands on the other side of its line. */
function dictionaryOf(from: 0 | 1, to: 0 | 1): Dictionary {
  const found = new Map<string, string[]>();
  for (const entry of entries) {
    const sides = entry.split('=').map(foldedWords);
    for (const word of new Set((sides[from] ?? []).map(stemOf))) {
      found.set(word, [...(found.get(word) ?? []), ...(sides[to] ?? [])]);
    }
  }
  return found;
}

function stemOf(word: string): string {
  return word.slice(0, STEM);
}
