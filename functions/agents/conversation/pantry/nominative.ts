import type { Locale } from '#shared/context/locale.ts';
import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { foodName, foodOfName } from '#shared/products/relation/foods.ts';

/**
 * What a new lot is called: `2 litry mleka` are of `mleko`. A name that is known word by word stands as
 * it is known; else only endings are mended that no nominative has.
 */
export function nominative(said: string, locale: Locale): string {
  if (locale === 'en') return said;
  const food = foodOfName(said);
  const known = [
    ...(food === undefined ? [] : [foodName(food, 'pl')]),
    ...matchProduct(said, []).candidates.map(({ product }) => product.pl.split(' (')[0] ?? ''),
  ];
  const same = known.find((name) => isSameWords(name, said));
  if (same !== undefined) return same;
  const forms = known.flatMap(foldedOriginals);
  return said
    .split(' ')
    .map((word) => forms.find((form) => maybeSameWord(form, word)) ?? mended(word))
    .join(' ');
}

function isSameWords(name: string, said: string): boolean {
  const [words, asked] = [foldedWords(name), foldedWords(said)];
  return (
    words.length === asked.length && words.every((word, at) => maybeSameWord(word, asked[at] ?? ''))
  );
}

function foldedOriginals(name: string): string[] {
  return name.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** `śmietanę kremówkę` → `śmietana kremówka`. */
function mended(word: string): string {
  return word.replace(/[ęą]$/, 'a');
}
