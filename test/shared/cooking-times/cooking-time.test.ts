import { expect, test } from 'vitest';
import { cookingTimeText } from '#shared/cooking-times/cooking-time-text.ts';
import {
  cookingFoodIn,
  readCookingTime,
  readNextCookingTime,
} from '#shared/cooking-times/read-cooking-time.ts';

const textOf = (message: string, locale: 'pl' | 'en') => {
  const asked = readCookingTime(message);
  return asked === null ? null : cookingTimeText(asked, locale);
};

test.each([
  ['ile minut gotowac jajka na twardo', /^Jajko na twardo: gotowanie 9–12 min/],
  ['jak długo gotować brązowy ryż?', /^Ryż brązowy: gotowanie 25–45 min/],
  ['ile sie gotuje makaron', /^Makaron: gotowanie \d+–\d+ min/],
  ['na ile minut wstawić obrane ziemniaki?', /Ziemniaki obrane: gotowanie 15–20 min/],
  ['w jakiej temperaturze piec udka z kurczaka', /^Udka z kurczaka: pieczenie .*180 °C.*74 °C/],
  ['ile piec łososia w piekarniku', /^Filet z ryby: pieczenie .*°C/],
  ['jak dlugo gotowac buraki', /^Buraki: gotowanie/],
  ['ile gotowac soczewice czerwona', /^Soczewica czerwona: gotowanie/],
  ['ile minut pęczak?', /^Pęczak: gotowanie/],
  ['kuskus ile czasu?', /^Kuskus/],
  ['ile smażyć schabowe', /^Kotlet schabowy: smażenie/],
  ['ziemniaki w mundurkach ile gotować', /^Ziemniaki w mundurkach: gotowanie 20–30 min/],
  ['fasola jaś, jak długo gotować', /^Fasola sucha: gotowanie/],
])('“%s” is told', (message, text) => {
  expect(textOf(message, 'pl')).toMatch(text);
});

test.each([
  ['how long should rice boil', /^White rice: boiling \d+–\d+ min/],
  ['how many minutes for soft boiled eggs?', /^Soft-boiled egg: boiling 4–6 min/],
  ['what temp for roasting a whole chicken', /^Whole chicken.*: roasting or baking .*°C/],
  ['how long to cook quinoa', /^Quinoa: boiling/],
  ['whats the boiling time of beetroot', /^Beetroot: boiling/],
  ['cooking time for red lentils?', /^Red lentils: boiling/],
  [
    'how long do jacket potatoes need in the oven',
    /^Whole potatoes.*: roasting or baking .*200 °C/,
  ],
  ['how long does bulgur take', /^Bulgur/],
  ['how long do i fry a pork cutlet', /^Pork cutlet: frying/],
  ['oven temperature for salmon?', /°C/],
])('“%s” is told in English', (message, text) => {
  expect(textOf(message, 'en')).toMatch(text);
});

test.each([
  'ile mam ryżu?',
  'ile kosztuje ryż',
  'co ugotować z ryżu?',
  'jak długo można trzymać ugotowany ryż w lodówce',
  'ile jajek zostało',
  'ile zapłaciłam za jajka',
  'ile kaszy gotować dla 4 osób?',
  'how long does rice keep',
  'how long is the boiled egg good for in the fridge',
  'how much rice do I have',
  'how long does delivery take',
  'how long does the chickpea curry take',
  'zużyłam 3 jajka',
])('“%s” asks for no time of boiling', (message) => {
  expect(readCookingTime(message)).toBeNull();
});

test.each([
  ['a jaglana?', 'buckwheat', 'millet'],
  ['a na miękko?', 'egg', 'egg'],
  ['and a soft boiled one?', 'egg', 'egg'],
  ['a w piekarniku?', 'potato', 'potato'],
  ['how long do i fry it', 'pork-cutlet', 'pork-cutlet'],
  ['i ile to gotować?', 'millet', 'millet'],
])('“%s” goes on with %s', (message, last, food) => {
  expect(readNextCookingTime(message, last, true)?.food).toBe(food);
});

test.each([
  'a ile mamy tej jaglanej?',
  'and how many eggs have we got',
  'a co z deserem?',
  'dzięki',
  'and the weather?',
  'co na obiad z ryżu?',
  'mam ryż',
])('“%s” goes on with none', (message) => {
  expect(readNextCookingTime(message, 'egg', true)).toBeNull();
});

test('a food that is only talked of is asked after with words that ask', () => {
  expect(readNextCookingTime('how long do i fry it', 'pork-cutlet', false)?.food).toBe(
    'pork-cutlet',
  );
  expect(readNextCookingTime('a jaglana?', 'egg', false)).toBeNull();
});

test('beside recipes “that chicken” is the dish, and rice that is boiled is not', () => {
  expect(readCookingTime('how long does that chicken take?', true)).toBeNull();
  expect(readCookingTime('a ile gotować do tego ryż?', true)?.food).toBe('rice');
});

test('what is talked of is known by its words, the last and the more precise', () => {
  expect(cookingFoodIn('need something else for schnitzel')).toBe('pork-cutlet');
  expect(cookingFoodIn('sweet potatoes with sesame')).toBe('sweet-potato');
  expect(cookingFoodIn('czym zastąpić jajka do schabowego')).toBe('pork-cutlet');
  expect(cookingFoodIn('coś na deser')).toBeNull();
});
