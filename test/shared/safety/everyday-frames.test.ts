import { expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import talk from '#test/data/safety/everyday-frames.json' with { type: 'json' };

/** Crockery, sayings and what is grammatically wrong. */
const NOT_EATEN: ReadonlySet<string> = new Set([
  'Ale leszcz!',
  'prawdziwe sezam',
  'stare piernik w lodówce',
  'cream plate for two',
  'a butter dish',
  'butter plate for two',
  'oysters plate for two',
  'snails plate for two',
  "that's nuts",
  'mustard plate for two',
  'cut the mustard',
  'cut the mustard into cubes',
  'a cake dish',
  'cake plate for two',
  'a pie dish',
  'pie plate for two',
]);

/** `zjadłem {accusative}` with the forms of a food in their places. */
function filled(frame: string, forms: Readonly<Record<string, string>>): string {
  return frame.replace(/\{(\w+)\}/g, (_, form: string) => forms[form] ?? '');
}

test.each(['pl', 'en'] as const)('food in sentences of every day is read: %s', (language) => {
  const { foods, frames } = talk[language];
  const missed = foods.flatMap(({ code, ...forms }) =>
    frames
      .map((frame) => filled(frame, forms))
      .filter((text) => !NOT_EATEN.has(text))
      .filter((text) => !readFood(text).findings.some(({ substance }) => substance === code))
      .map((text) => `${code}: ${text}`),
  );
  expect(foods.length * frames.length).toBeGreaterThan(2000);
  expect(missed).toEqual([]);
});
