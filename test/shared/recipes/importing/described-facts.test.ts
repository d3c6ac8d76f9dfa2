import { describe, expect, test } from 'vitest';
import { readPage } from '#shared/recipes/importing/read-page.ts';

/** Pages are made up; each is a kind of page that a real site has. */
const ld = (value: unknown, attributes = 'type="application/ld+json"') =>
  `<!doctype html><title>x</title><script ${attributes}>${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;

const cake = {
  '@context': 'https://schema.org',
  '@type': 'Recipe',
  name: 'Szarlotka babci',
  recipeYield: '10 porcji',
  recipeIngredient: ['400 g mąki pszennej', '200 g masła', '2 jajka'],
  recipeInstructions: ['Zagnieć ciasto.', 'Upiecz.'],
};
const page = (changes: object) => readPage(ld({ ...cake, ...changes }));

describe('times', () => {
  test('the whole time is kept with its rest', () => {
    expect(
      page({ prepTime: 'PT15M', cookTime: 'PT25M', totalTime: 'PT8H40M' }).recipe,
    ).toMatchObject({
      prepMinutes: 15,
      cookMinutes: 25,
      totalMinutes: 520,
    });
  });
  test('a whole time alone', () => {
    expect(page({ totalTime: 'PT1H' }).recipe).toMatchObject({ cookMinutes: 60, totalMinutes: 60 });
  });
  test('nothing is made up of nothing', () => {
    expect(page({ prepTime: 'PT0M', cookTime: '', totalTime: null }).recipe).toMatchObject({
      cookMinutes: null,
      totalMinutes: null,
    });
  });
});

describe('yields', () => {
  test.each<[unknown, number | null, string | null]>([
    ['About 3 dozen', null, 'About 3 dozen'],
    ['36 ciasteczek', null, '36 ciasteczek'],
    ['36 cookies', null, '36 cookies'],
    [['36', '36 cookies'], null, '36 cookies'],
    ['tortownica 24 cm', null, 'tortownica 24 cm'],
    ['1 loaf', null, '1 loaf'],
    ['12 muffinek', null, '12 muffinek'],
    ['1 blacha 25x35 cm', null, '1 blacha 25x35 cm'],
    ['2 l zupy', null, '2 l zupy'],
    ['6 cups', null, '6 cups'],
    ['dla 6 osób', 6, null],
    ['4-6 servings', 4, null],
    ['Serves 8', 8, null],
    ['4', 4, null],
    [4, 4, null],
    [['4', '4 servings'], 4, null],
    ['4 Portionen', 4, null],
    ['4 personnes', 4, null],
    ['6 os.', 6, null],
    ['12 muffins (6 servings)', 6, '12 muffins (6 servings)'],
    ['four servings', 4, null],
    ['cztery porcje', 4, null],
    ['a few', null, null],
    [{ '@type': 'QuantitativeValue', value: 8, unitText: 'servings' }, 8, null],
    [{ '@type': 'QuantitativeValue', value: 24, unitText: 'cookies' }, null, '24 cookies'],
    ['0', null, null],
    [null, null, null],
  ])('%j: for %j, makes %j', (recipeYield, servings, makes) => {
    expect(page({ recipeYield }).recipe).toMatchObject({ servings, makes });
  });
});

describe('languages', () => {
  const german = {
    '@type': 'Recipe',
    name: 'Apfelkuchen',
    recipeIngredient: ['300 g Mehl', '4 Äpfel', '150 g Butter', '2 Eier'],
    recipeInstructions: [
      'Die Äpfel schälen und in Stücke schneiden.',
      'Den Teig kneten und backen.',
    ],
  };
  const unmarked = {
    '@type': 'Recipe',
    name: 'Zupa ziemniaczana',
    recipeIngredient: ['500 g ziemniakow', '2 lyzki smietany', '1 cebula'],
    recipeInstructions: ['Ziemniaki obierz i ugotuj.', 'Dodaj smietane i wymieszaj.'],
  };
  const english = {
    '@type': 'Recipe',
    name: 'Apple pie',
    recipeIngredient: ['2 cups flour', '4 apples', '1 stick butter'],
    recipeInstructions: ['Peel the apples and slice them.', 'Bake the pie until it is golden.'],
  };
  test.each<[string, unknown, string]>([
    ['German that says so', { ...german, inLanguage: 'de-DE' }, 'de'],
    ['German that does not', german, 'de'],
    ['German that says English', { ...german, inLanguage: 'en-US' }, 'de'],
    ['Polish without marks', unmarked, 'pl'],
    ['Polish whose site says English', { ...unmarked, inLanguage: 'en-US' }, 'pl'],
    ['English', english, 'en'],
    ['English that says so', { ...english, inLanguage: 'en-GB' }, 'en'],
  ])('%s', (_, value, language) => {
    expect(readPage(ld(value)).recipe.language).toBe(language);
  });
  test('the tag of the page decides where words do not', () => {
    const few = {
      '@type': 'Recipe',
      name: 'Guacamole',
      recipeIngredient: ['2 avocado', 'limetka'],
      recipeInstructions: ['Mix.'],
    };
    expect(readPage(`<html lang="sk">${ld(few)}`).recipe.language).toBe('sk');
  });
});
