import { expect, test } from 'vitest';
import { findAmounts } from '#shared/quantities/find-amounts.ts';
import { stockSaid } from '#shared/quantities/spoken-amount.ts';

const said = (text: string, language: 'pl' | 'en') =>
  findAmounts(text, language)
    .filter(({ hasUnit }) => hasUnit)
    .flatMap(({ amount, at, end }) => {
      const stock = stockSaid(amount);
      return stock === undefined ? [] : [`${stock.value} ${stock.unit}: ${text.slice(at, end)}`];
    });

test.each([
  ['zużyłam pół kostki masła', ['0.5 opak: pół kostki']],
  ['potrzebuję półtora litra soku', ['1.5 l: półtora litra']],
  ['kup ćwierć kilo sera', ['0.25 kg: ćwierć kilo']],
  ['dwadzieścia pięć deko szynki', ['250 g: dwadzieścia pięć deko']],
  ['dwieście pięćdziesiąt gramów', ['250 g: dwieście pięćdziesiąt gramów']],
  ['szklanka mąki i łyżeczka soli', ['250 ml: szklanka', '5 ml: łyżeczka']],
  ['2/3 szklanki bulionu', ['166.67 ml: 2/3 szklanki']],
  ['1/8 kg', ['0.125 kg: 1/8 kg']],
  [
    'kilo jabłek, karton mleka, duża puszka kukurydzy',
    ['1 kg: kilo', '1 opak: karton', '1 opak: duża puszka'],
  ],
  ['kilo i pół jabłek', ['1.5 kg: kilo i pół']],
  ['litr i pół kostki', ['1 l: litr', '0.5 opak: pół kostki']],
  ['dwa tuziny sztuk', ['24 szt: dwa tuziny sztuk']],
  ['na ten tydzień, ten kilogram', []],
  ['ile litrów mleka, zł za kilogram, ogórki ze słoika', []],
  ['szczypta soli i garść szpinaku', []],
  ['mleko 2%, dla 4 osób, 30 minut', []],
])('%s', (text, expected) => {
  expect(said(text, 'pl')).toEqual(expected);
});

test.each([
  ['I used half a pack of butter', ['0.5 opak: half a pack']],
  ['can you add a can of tuna', ['1 opak: a can']],
  ['two and a half cups of flour', ['625 ml: two and a half cups']],
  ['two hundred and fifty grams', ['250 g: two hundred and fifty grams']],
  ['a litre and a half of milk', ['1.5 l: a litre and a half']],
  ['1,200 g of flour', ['1200 g: 1,200 g']],
  ['twenty-five grams of yeast', ['25 g: twenty-five grams']],
  ['half a dozen slices', ['6 szt: half a dozen slices']],
  ['1/3 cup of oil', ['83.33 ml: 1/3 cup']],
  ['how many litres of milk', []],
  ['what can I drop', []],
  ['a six-pack', []],
])('%s', (text, expected) => {
  expect(said(text, 'en')).toEqual(expected);
});

test('an article alone counts nothing, a number word does', () => {
  const bare = (text: string) => findAmounts(text, 'en').map(({ at, end }) => text.slice(at, end));
  expect(bare('buy a croissant')).toEqual([]);
  expect(bare('buy one lemon, half a dozen eggs')).toEqual(['one', 'half a dozen']);
});
