import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '#shared/quantities/parse-quantity.ts';
import { exactly } from '#shared/quantities/rational.ts';

const TABLE: readonly (readonly [line: string, amount: string, rest: string])[] = [
  ['2 łyżki mąki', '2 tbsp', 'mąki'],
  ['5 łyżek oliwy', '5 tbsp', 'oliwy'],
  ['łyżkę masła', '1 tbsp', 'masła'],
  ['1 lyzeczka soli', '1 tsp', 'soli'],
  ['3 szklanki mleka', '3 szklanka', 'mleka'],
  ['5 szklanek wody', '5 szklanka', 'wody'],
  ['1 szkl. cukru', '1 szklanka', 'cukru'],
  ['0,5 kg cukru', '0.5 kg', 'cukru'],
  ['1.5 kg beef', '1.5 kg', 'beef'],
  ['1/2 szklanki mleka', '0.5 szklanka', 'mleka'],
  ['½ łyżeczki soli', '0.5 tsp', 'soli'],
  ['1½ cup flour', '1.5 cup', 'flour'],
  ['1 1/2 cups flour', '1.5 cup', 'flour'],
  ['1-1/2 cups flour', '1.5 cup', 'flour'],
  ['⅓ cup sugar', '1/3 cup', 'sugar'],
  ['pół kostki masła', '0.5 cube', 'masła'],
  ['ćwierć litra wody', '0.25 l', 'wody'],
  ['półtorej szklanki mleka', '1.5 szklanka', 'mleka'],
  ['półtora kilograma ziemniaków', '1.5 kg', 'ziemniaków'],
  ['dwie cebule', '2 szt', 'cebule'],
  ['trzy jajka', '3 szt', 'jajka'],
  ['dwa i pół litra wody', '2.5 l', 'wody'],
  ['trzy czwarte szklanki oleju', '0.75 szklanka', 'oleju'],
  ['jedna trzecia szklanki cukru', '1/3 szklanka', 'cukru'],
  ['20 dag sera', '20 dag', 'sera'],
  ['25 deko szynki', '25 dag', 'szynki'],
  ['2 x 400 g pomidorów', '800 g', 'pomidorów'],
  ['2 × 400g pomidorów', '800 g', 'pomidorów'],
  ['2 puszki po 400 g fasoli', '800 g', 'fasoli'],
  ['1 can (400 g) tomatoes', '400 g', 'tomatoes'],
  ['1 (14 oz) can tomatoes', '14 oz', 'tomatoes'],
  ['1 400 g can beans', '400 g', 'beans'],
  ['puszka kukurydzy (340 g)', '340 g', 'kukurydzy'],
  ['1 opakowanie (250 g) makaronu', '250 g', 'makaronu'],
  ['1 500 g mąki', '1500 g', 'mąki'],
  ['szczypta soli', '1 pinch', 'soli'],
  ['a pinch of salt', '1 pinch', 'salt'],
  ['duża garść szpinaku', '1 handful', 'szpinaku'],
  ['1 pęczek koperku', '1 bunch', 'koperku'],
  ['2 liście laurowe', '2 leaf', 'laurowe'],
  ['3 gałązki tymianku', '3 sprig', 'tymianku'],
  ['4 kromki chleba', '4 bread-slice', 'chleba'],
  ['1 główka kapusty', '1 head', 'kapusty'],
  ['masło – 200 g', '200 g', 'masło'],
  ['jajka 3 szt.', '3 szt', 'jajka'],
  ['- 2 jajka', '2 szt', 'jajka'],
  ['2 czubate łyżki kakao', '2 tbsp', 'kakao'],
  ['2 heaped tbsp. of sugar', '2 tbsp', 'sugar'],
  ['half a cup of milk', '0.5 cup', 'milk'],
  ['Half a pound of butter', '0.5 lb', 'butter'],
  ['Three quarters of a pound of sugar.', '0.75 lb', 'sugar.'],
  ['a quarter of an ounce of mace', '0.25 oz', 'mace'],
  ['one and a half cups rice', '1.5 cup', 'rice'],
  ['a dozen eggs', '12 szt', 'eggs'],
  ['half a dozen eggs', '6 szt', 'eggs'],
  ['5 fl oz milk', '5 floz', 'milk'],
  ['1 lb. beef', '1 lb', 'beef'],
  ['1 stick butter', '1 stick', 'butter'],
  ['250ml mleka', '250 ml', 'mleka'],
  ['mąka tortowa (typ 450) 2 szklanki', '2 szklanka', 'mąka tortowa (typ 450)'],
];

test.each(TABLE)('%s', (line, amount, rest) => {
  const [value = '', unit] = amount.split(' ');
  expect(parseQuantity(line)).toMatchObject({
    amount: { value: exactly(value), unit },
    rest,
    vague: false,
  });
});

test.each([
  ['2-3 ząbki czosnku', '2', '3', 'clove'],
  ['2 do 3 łyżek oleju', '2', '3', 'tbsp'],
  ['od 2 do 3 łyżek oleju', '2', '3', 'tbsp'],
  ['6–8 plastrów boczku', '6', '8', 'slice'],
  ['1 to 2 cups milk', '1', '2', 'cup'],
])('%s is a range', (line, low, high, unit) => {
  const range = { amount: { value: exactly(low), unit }, upTo: exactly(high) };
  expect(parseQuantity(line)).toMatchObject(range);
});

test.each([
  'ok. 300 g sera',
  'około 300 g sera',
  'mniej więcej 300 g sera',
  'about 300 g cheese',
  '~300 g sera',
])('%s is approximate', (line) => {
  expect(parseQuantity(line)).toMatchObject({ approximate: true, amount: { unit: 'g' } });
});

describe('no number is made up', () => {
  test.each([
    ['kilka ząbków czosnku', 'kilka ząbków', 'czosnku'],
    ['trochę soli', 'trochę', 'soli'],
    ['a few basil leaves', 'a few', 'basil leaves'],
    ['sól do smaku', 'do smaku', 'sól'],
    ['sól i pieprz (do smaku)', 'do smaku', 'sól i pieprz'],
    ['oil for frying', 'for frying', 'oil'],
  ])('%s', (line, text, rest) => {
    expect(parseQuantity(line)).toMatchObject({ amount: null, vague: true, text, rest });
  });

  test.each([
    'sól, pieprz',
    'constructor',
    '__proto__',
    'mleko 2%',
    'mąka typ 500',
    '',
    '   ',
    '-2 kg cukru',
    '1/0 kg cukru',
  ])('%j', (line) => {
    expect(parseQuantity(line).amount).toBeNull();
  });
});

test('whatever is sent, it answers and loses no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (line) => {
      const { text, rest } = parseQuantity(line);
      expect(text.length + rest.length).toBeLessThanOrEqual(line.length + 1);
    }),
  );
});
