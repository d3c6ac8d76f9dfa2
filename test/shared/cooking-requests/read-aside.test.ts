import { expect, test } from 'vitest';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';

type Case = readonly [text: string, language: Language, food: string | null];

/** What is asked for in place of a food; `follows`: behind recipes that were offered. */
test.each<Case>([
  ['czym zastąpić masło?', 'pl', 'maslo'],
  ['czym moge zastapic jajka w nalesnikach', 'pl', 'jaja'],
  ['Mam taki przepis: 2 jajka, 150 g mąki. Czym tu zastąpić mąkę?', 'pl', 'maka-pszenna'],
  ['jaki jest zamiennik śmietany do zupy?', 'pl', 'smietana'],
  ['co dac zamiast cukru do ciasta', 'pl', 'cukier'],
  ['czego użyć zamiast mleka?', 'pl', 'mleko'],
  ['any substitute for buttermilk in pancakes?', 'en', 'maslanka'],
  ['whats a good replacement for honey', 'en', 'miod'],
  ['what can i use instead of eggs?', 'en', 'jaja'],
  ['alternatives to butter for frying?', 'en', 'maslo'],
  ['what could I use in place of sour cream?', 'en', 'smietana'],
])('“%s” asks what can stand in for a food', (text, language, food) => {
  expect(parseIntent(text, language, false)).toMatchObject({
    act: 'stand-in',
    thing: { productId: food },
  });
});

test.each<Case>([
  ['nie mam masła, co na obiad?', 'pl', null],
  ['zamiast kurczaka wolę rybę, co ugotować?', 'pl', null],
  ['coś na obiad zamiast pizzy', 'pl', null],
  ["i'm out of eggs, what can i bake", 'en', null],
])('“%s” does not, it asks what to cook', (text, language) => {
  expect(parseIntent(text, language, false).act).toBe('suggest');
});

test.each<Case>([
  ['ile to się robi?', 'pl', null],
  ['a ile to trwa', 'pl', null],
  ['jak długo się to piecze?', 'pl', null],
  ['ile czasu zajmuje ta druga?', 'pl', null],
  ['how long does it take?', 'en', null],
  ['and how long will that be in the oven', 'en', null],
  ['how much time do i need for the first one', 'en', null],
])('“%s” asks how long the recipe takes', (text, language) => {
  expect(parseIntent(text, language, true).act).toBe('duration');
});

test('which of the recipes is asked about', () => {
  expect(parseIntent('ile czasu zajmuje ta druga?', 'pl', true)).toEqual({
    act: 'duration',
    which: 2,
  });
});

test.each<Case>([
  ['ile się gotuje jajko na miękko', 'pl', null],
  ['jak długo gotuje się kasza gryczana?', 'pl', null],
  ['how long do i cook the eggs', 'en', null],
])('“%s” is no word that it is being cooked', (text, language) => {
  expect(parseIntent(text, language, true).act).not.toBe('cook');
});

test.each<Case>([
  ['gotuję pierwszą', 'pl', null],
  ['robię drugą dla 4 osób', 'pl', null],
  ["i'll cook the first", 'en', null],
])('“%s” still is', (text, language) => {
  expect(parseIntent(text, language, true).act).toBe('cook');
});
