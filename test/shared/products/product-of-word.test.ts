import { describe, expect, test } from 'vitest';
import { matchesSearch } from '#shared/language/search.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';

describe('a product by the words people use', () => {
  test.each([
    ['jajek', 'jaja'],
    ['mlekiem', 'mleko'],
    ['pomidorów', 'pomidory'],
    ['pomidorow', 'pomidory'],
    ['ziemniaków', 'ziemniaki'],
    ['mąki', 'maka-pszenna'],
    ['mąki ziemniaczanej', 'maka-ziemniaczana'],
    ['piersi z kurczaka', 'filet-z-kurczaka'],
    ['drobno posiekanej cebuli', 'cebula'],
    ['2 duże ząbki czosnku', 'czosnek'],
    ['startego żółtego sera', 'ser-zolty'],
    ['oliwy z oliwek', 'oliwa-z-oliwek'],
    ['czarnych oliwek', 'oliwki'],
    ['pomidorów z puszki', 'pomidory-w-puszce'],
    ['mleka kokosowego', 'mleko-kokosowe'],
    ['drożdży', 'drozdze'],
    ['wędzonego łososia', 'losos-wedzony'],
    ['orzechów włoskich', 'orzechy-wloskie'],
    ['laurowe', 'lisc-laurowy'],
  ])('%s', (words, id) => {
    expect(productOfWord(words, 'pl')).toBe(id);
  });

  test.each([
    ['eggs', 'jaja'],
    ['finely chopped onions', 'cebula'],
    ['ripe tomatoes', 'pomidory'],
    ['coconut milk', 'mleko-kokosowe'],
    ['smoked salmon', 'losos-wedzony'],
    ['all-purpose flour', 'maka-pszenna'],
    ['ground beef', 'mieso-mielone-wolowe'],
    ['mleka', 'mleko'],
  ])('%s', (words, id) => {
    expect(productOfWord(words, 'en')).toBe(id);
  });

  test.each([
    ['mleko ryżowe', 'pl'],
    ['mąka kasztanowa', 'pl'],
    ['ser bawoli', 'pl'],
    ['almond milk', 'en'],
    ['chestnut flour', 'en'],
    ['', 'pl'],
    ['duży', 'pl'],
    ['123', 'pl'],
    ['constructor', 'en'],
    ['toString', 'pl'],
  ] as const)('%s is nothing we know, least of all the plain thing', (words, language) => {
    expect(productOfWord(words, language)).toBeUndefined();
  });
});

describe('a search', () => {
  test.each([
    ['Mąka pszenna', 'maki'],
    ['Mąka pszenna', 'mąką pszenną'],
    ['Pomidory w puszce', 'pomidorow'],
    ['Ogórki kiszone', 'ogórek'],
    ['Łosoś wędzony', 'lososia'],
    ['jabłka Ligol', 'jabłek'],
    ['Ser Gouda 45%', 'gouda 45'],
    ['wiśniówka', 'wisniowki'],
    ['mleko 3,2%', '3,2'],
  ])('%s answers %s', (name, search) => {
    expect(matchesSearch(name, search)).toBe(true);
  });

  test.each([
    ['Mąka pszenna', 'żytnia'],
    ['Mleko', 'masło'],
    ['Mleko 2%', '3,2'],
    ['Mleko', '_'],
    ['Mleko', '%'],
  ])('%s does not answer %s', (name, search) => {
    expect(matchesSearch(name, search)).toBe(false);
  });
});
