import { expect, test } from 'vitest';
import { findPeople } from '#shared/slots/find-people.ts';

const HOUSEHOLD = [
  'Ania',
  'Tomek',
  'Michał',
  'Zofia',
  'Kate',
  'Jagoda',
  'Will',
  'Basil',
  'Nico',
  'Rob',
];

test.each([
  ['dla Ani i Tomka', ['Ania', 'Tomek']],
  ['z Anią, Tomkowi, o Michale', ['Ania', 'Tomek', 'Michał']],
  ['michal nie je orzechów', ['Michał']],
  ['Zofii smakuje', ['Zofia']],
  ['Jagodzie', ['Jagoda']],
  ['jagód i ania', ['Ania']],
  ['ani jajek, ani mleka', []],
  ['robię leczo', []],
  ['', []],
])('%s', (text, expected) => {
  expect(findPeople(text, 'pl', HOUSEHOLD).map(({ name }) => name)).toEqual(expected);
});

test.each([
  ["Kate's lunch", ['Kate']],
  ['will it rain? I will see', []],
  ['Will eats no fish, ask Will', ['Will', 'Will']],
  ['Will shops be open', []],
  ['Basil says the basil is dead', ['Basil']],
  ['Basil, two pots', []],
  ['three nights in Nice', []],
])('in English %s', (text, expected) => {
  expect(findPeople(text, 'en', HOUSEHOLD).map(({ name }) => name)).toEqual(expected);
});

test('a day is nobody', () => {
  expect(findPeople('do 3 maja', 'pl', ['Maja'], [{ at: 0, end: 9 }])).toEqual([]);
  expect(findPeople('dla Mai', 'pl', ['Maja'])).toMatchObject([{ name: 'Maja' }]);
});
