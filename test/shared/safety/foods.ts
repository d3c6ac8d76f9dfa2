import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';
import forms from '../../data/safety/forms.json' with { type: 'json' };
import whole from '../../data/safety/whole.json' with { type: 'json' };

// Forms and sentences are written by hand, so that what is expected does not come from the code that
// inflects. They say what a speaker of the language would say, not what the lexicon knows.
export type Language = 'pl' | 'en';
export const FRAMES: Readonly<Record<Language, readonly ((food: string) => string)[]>> = {
  pl: [
    (food) => food,
    (food) => `200 g ${food}`,
    (food) => `Danie z dodatkiem ${food} i soli.`,
    (food) => `SKŁADNIKI: WODA, ${food.toUpperCase()}, SÓL`,
  ],
  en: [
    (food) => food,
    (food) => `2 cups ${food}`,
    (food) => `Add the ${food} and stir well.`,
    (food) => `INGREDIENTS: WATER, ${food.toUpperCase()}, SALT`,
  ],
};

interface Case {
  readonly text: string;
  readonly contains: readonly Allergen[];
}

export function formsOf(key: Allergen | 'harmless', language: Language): readonly string[] {
  return forms[key][language];
}

function framed(key: Allergen | 'harmless'): Case[] {
  const contains = key === 'harmless' ? [] : [key];
  return (['pl', 'en'] as const).flatMap((language) =>
    formsOf(key, language).flatMap((food) =>
      FRAMES[language].map((frame) => ({ text: frame(food), contains })),
    ),
  );
}

function sayingOf([text = '', codes = '']: readonly string[]): Case {
  return { text, contains: ALLERGENS.filter((code) => codes.split(' ').includes(code)) };
}

export const CASES: readonly Case[] = [
  ...[...ALLERGENS, 'harmless' as const].flatMap(framed),
  ...whole.map(sayingOf),
];

/** The allergens that are surely in it. */
export function containedIn(text: string): ReadonlySet<string> {
  const { findings } = readFood(text);
  const sure = findings.filter(({ level }) => level === 'contains');
  return new Set(sure.map(({ substance }) => substance));
}

export function hasNone(text: string): boolean {
  const found = containedIn(text);
  return !ALLERGENS.some((code) => found.has(code));
}
