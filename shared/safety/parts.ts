import type { Language } from './lexicon-row.ts';
import { type FoodReading, readFood } from './read-food.ts';
import type { Evidence } from './report.ts';

/** One ingredient by its names; amounts may stand in them. A plain string is a name in any language. */
export type IngredientNames = string | { readonly pl?: string; readonly en?: string };

/** One text of a recipe as the gate read it: a name of an ingredient, or prose. */
export interface Part {
  readonly text: string;
  readonly ingredient: number | null;
  readonly reading: FoodReading;
}

/** Prose whose language is known is not read as the other one: `make` is no mąkę, `brown` no brownie. */
export function readProse(prose: IngredientNames): Part[] {
  if (typeof prose === 'string')
    return [{ text: prose, ingredient: null, reading: readFood(prose) }];
  return (['pl', 'en'] as const).flatMap((language) => {
    const text = prose[language];
    if (text === undefined) return [];
    return [{ text, ingredient: null, reading: readFood(text, { language }) }];
  });
}

export function readIngredient(names: IngredientNames, ingredient: number): Part[] {
  const byLanguage: readonly [string | undefined, Language | undefined][] =
    typeof names === 'string'
      ? [[names, undefined]]
      : [
          [names.pl, 'pl'],
          [names.en, 'en'],
        ];
  return byLanguage.flatMap(([text, language]) => {
    if (text === undefined) return [];
    const context = language === undefined ? { whole: true } : { whole: true, language };
    return [{ text, ingredient, reading: readFood(text, context) }];
  });
}

/**
 * Words of ingredients that are food nobody wrote down, unless another name of the ingredient is all
 * known; and words of prose that an amount is called for of.
 */
export function unknownOf(parts: readonly Part[], count: number): Evidence[] {
  const ingredients = Array.from({ length: count }, (_, ingredient) => ingredient);
  const prose = parts.filter(({ ingredient }) => ingredient === null);
  return [
    ...ingredients.flatMap((ingredient) => {
      const names = parts.filter((part) => part.ingredient === ingredient);
      if (names.some(({ reading }) => reading.known && reading.unknown.length === 0)) return [];
      const [name] = names;
      if (name?.reading.known === true) return unknownIn(name);
      const text = name?.text ?? '';
      return [{ words: text, text, start: 0, end: text.length, ingredient }];
    }),
    ...prose.flatMap(unknownIn),
  ];
}

function unknownIn({ text, ingredient, reading }: Part): Evidence[] {
  return reading.unknown.map(({ words, start, end }) => ({ words, text, start, end, ingredient }));
}
