import { expect, test } from 'vitest';
import { readDescription } from '#shared/recipes/importing/read-recipe.ts';
import { withoutHeadings } from '#shared/recipes/ingredients/headings.ts';
import { readIngredient } from '#shared/recipes/ingredients/read-ingredient.ts';

/** `400 g pomidory-w-puszce`: how much of which product. */
function said(text: string, language: 'pl' | 'en'): string {
  const { quantity, productId } = readIngredient(text, language);
  return `${quantity === null ? '' : `${quantity.value} ${quantity.unit} `}${productId}`;
}

test.each([
  ['2 łyżki bułki tartej', '30 ml bulka-tarta'],
  ['bułka tarta', 'bulka-tarta'],
  ['puszka pomidorów', '400 g pomidory-w-puszce'],
  ['2 puszki pomidorów po 400 g', '800 g pomidory-w-puszce'],
  ['puszka fasoli', '400 g fasola-w-puszce'],
  ['słoik ogórków kiszonych', '1 opak ogorki-kiszone'],
  ['białka z 3 jajek', '3 szt jaja'],
  ['3 białka', '3 szt jaja'],
  ['żółtka z 2 jaj', '2 szt jaja'],
  ['7 g suchych drożdży', '7 g drozdze-suche'],
  ['drożdże instant', 'drozdze-suche'],
  ['25 g drożdży', '25 g drozdze'],
  ['tabliczka czekolady', '1 szt czekolada'],
  ['pół tabliczki gorzkiej czekolady', '0.5 szt czekolada'],
  ['2 tabliczki czekolady po 100 g', '200 g czekolada'],
  ['1 jogurt naturalny 400 g', '400 g jogurt-naturalny'],
  ['śmietana 18% 200 g', '200 g smietana'],
  ['paczka makaronu 500 g', '500 g makaron'],
  ['Na ciasto:', 'null'],
  ['Ciasto:', 'null'],
])('%s is %s', (text, result) => {
  expect(said(text, 'pl')).toBe(result);
});

test.each([
  ['1 c. milk', '240 ml mleko'],
  ['1 C. sugar', '240 ml cukier'],
  ['1/2 c butter', '120 ml maslo'],
  ['1 (14 oz) can tomatoes', '396.893 g pomidory-w-puszce'],
  ['1 can (400 g) chickpeas', '400 g ciecierzyca-w-puszce'],
  ['whites of 3 eggs', '3 szt jaja'],
  ['1 package dry yeast', '7 g drozdze-suche'],
  ['1 bar of chocolate', '1 szt czekolada'],
  ['For the sauce:', 'null'],
])('%s is %s', (text, result) => {
  expect(said(text, 'en')).toBe(result);
});

test('a heading among the ingredients of a page is none of them', () => {
  const { recipe } = readDescription({
    '@type': 'Recipe',
    name: 'Szarlotka',
    recipeIngredient: ['Na ciasto:', '300 g mąki', 'Na nadzienie:', '1 kg jabłek', 'sól: szczypta'],
    recipeInstructions: 'Upiecz.',
  });
  expect(withoutHeadings(recipe.ingredients, (line) => line)).toEqual({
    lines: ['300 g mąki', '1 kg jabłek', 'sól: szczypta'],
    sections: [
      { title: 'Na ciasto', from: 0 },
      { title: 'Na nadzienie', from: 1 },
    ],
  });
});

test.each([
  ['500 ml chicken or veggie stock', '500 ml bulion'],
  ['500 ml chicken stock or broth', '500 ml bulion'],
  ['500 ml water or stock', '500 ml woda'],
  ['500 g chicken or turkey', '500 g kurczak'],
])('%s: what is said after “or” names both where it is stock', (line, read) => {
  expect(said(line, 'en')).toBe(read);
});
