import { expect, test } from 'vitest';
import { findProducts } from '#shared/slots/find-products.ts';

const named = (text: string, language: 'pl' | 'en') =>
  findProducts(text, language, []).map(({ name, productId }) => `${name} = ${productId}`);

test.each([
  ['zużyłam masło i jogurty naturalne', ['masło = maslo', 'jogurt naturalny = jogurt-naturalny']],
  ['piersi z kurczaka', ['pierś z kurczaka = filet-z-kurczaka']],
  [
    'mąki pszennej, masła orzechowego',
    ['mąka pszenna = maka-pszenna', 'masło orzechowe = maslo-orzechowe'],
  ],
  ['z kiszonej kapusty', ['kiszona kapusta = kapusta-kiszona']],
  [
    'pomidorów w puszce i mleka w kartonie',
    ['pomidory w puszce = pomidory-w-puszce', 'mleko = mleko'],
  ],
  ['płatków owsianych i chipsów', ['płatki owsiane = platki-owsiane', 'chipsy = chipsy']],
  ['mielonego na kotlety', ['mielone = mieso-mielone', 'kotlet = null']],
  ['lodów waniliowych', ['lody waniliowe = null']],
  ['mleko roślinne', ['mleko roślinne = null']],
  ['gorgonzoli i passatę', ['gorgonzola = null', 'passata = przecier-pomidorowy']],
  ['papieru toaletowego', ['papier toaletowy = papier-toaletowy']],
  ['warzyw i wody', ['warzywo = null', 'woda = null']],
  ['mleko łaciate', ['mleko = mleko']],
  ['bez glutenu i bez laktozy, wegańskie', []],
  ['pora na obiad, uda się?', []],
])('%s', (text, expected) => {
  expect(named(text, 'pl')).toEqual(expected);
});

test.each([
  [
    'wholemeal bread with peanut butter',
    ['wholemeal bread = null', 'peanut butter = maslo-orzechowe'],
  ],
  ['2 garlic cloves', ['garlic = czosnek']],
  [
    'minced pork and tinned tomatoes',
    ['minced pork = mieso-mielone-wieprzowe', 'tinned tomato = pomidory-w-puszce'],
  ],
  ['olive oil and honey', ['olive oil = oliwa-z-oliwek', 'honey = miod']],
  ['dog food', ['dog food = karma-dla-psa']],
  ['make dinner, can I do it vegan?', []],
])('%s', (text, expected) => {
  expect(named(text, 'en')).toEqual(expected);
});
