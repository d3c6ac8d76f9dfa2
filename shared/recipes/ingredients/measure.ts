import { unitOfWord } from '#shared/quantities/unit.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';

/** Words that are units in a recipe only, and what they stand for (keys of `units`). */
const OF_COOKS: Readonly<Record<string, string>> = {
  c: 'cup',
  t: 'tsp',
  'tea-spoonful': 'tsp',
  'tea-spoonfuls': 'tsp',
  'table-spoonful': 'tbsp',
  'table-spoonfuls': 'tbsp',
  tblsp: 'tbsp',
  spoon: 'tbsp',
  spoons: 'tbsp',
  spoonful: 'tbsp',
  spoonfuls: 'tbsp',
  bowl: 'cup',
  bowls: 'cup',
  mug: 'cup',
  mugs: 'cup',
  gm: 'g',
  gms: 'g',
  kgs: 'kg',
  lt: 'l',
  hint: 'dash',
  strip: 'slice',
  strips: 'slice',
  twig: 'sprig',
  twigs: 'sprig',
  rib: 'stalk',
  ribs: 'stalk',
  fillet: 'szt',
  fillets: 'szt',
  bar: 'szt',
  bars: 'szt',
  serving: 'szt',
  servings: 'szt',
};

/** A bar is how chocolate is sold, so it is a piece of it. */
const BAR = /^tablicz(?:ka|ki|kę|ek)$/i;

/** The key of the unit a word means: `Tbsp.`, `łyżki` → tbsp; `T` and `t` differ, as cooks write them. */
export function measureOf(word: string, language: Language): string | undefined {
  if (language === 'en') {
    if (word === 'T') return 'tbsp';
    const key = word.toLowerCase();
    if (Object.hasOwn(OF_COOKS, key)) return OF_COOKS[key];
  }
  return unitOfWord(word)?.key ?? (BAR.test(word) ? 'szt' : undefined);
}
